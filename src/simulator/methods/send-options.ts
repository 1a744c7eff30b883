import { badRequest } from "../api-error.ts";
import { entities } from "../rules/given-entities.ts";
import { writableChat, writableTopic, type Writing } from "../rules/access.ts";
import { boolean, chatId, integer, need, object, string, type Args } from "../rules/kinds.ts";
import { findMessage } from "../world/messages.ts";
import type { Chat, Message } from "../world/model.ts";
import type { Telegram } from "../world/telegram.ts";

/** Parameters that every method has that sends something to a chat. */
export const sendParameters = {
  chat_id: need(chatId, "chat_id is empty"),
  message_thread_id: integer,
  disable_notification: boolean,
  protect_content: boolean,
  allow_paid_broadcast: boolean,
  reply_parameters: object({
    message_id: need(integer),
    chat_id: chatId,
    allow_sending_without_reply: boolean,
    quote: string,
    quote_parse_mode: string,
    quote_entities: entities,
    quote_position: integer,
  }),
};

type SendArgs = Args<typeof sendParameters>;

/** Where a message goes and how: all of it but its content and keyboard. */
export interface Target {
  readonly chat: Chat;
  readonly sender: { readonly type: "bot" };
  readonly threadId?: number;
  readonly replyTo?: number;
  readonly silent?: boolean;
  readonly protected?: boolean;
}

function repliedMessage(chat: Chat, args: SendArgs): Message | undefined {
  const reply = args.reply_parameters;
  if (reply === undefined) return undefined;
  const message = findMessage(chat, reply.message_id);
  if (message === undefined && reply.allow_sending_without_reply !== true) {
    throw badRequest("message to be replied not found");
  }
  return message;
}

/** Checks everything about a sending but its content. */
export function target(telegram: Telegram, args: SendArgs, writing: Writing): Target {
  const chat = writableChat(telegram, args.chat_id, writing);
  const topic = writableTopic(chat, args.message_thread_id);
  const replied = repliedMessage(chat, args);
  const threadId = topic?.threadId ?? replied?.threadId;
  return {
    chat,
    sender: { type: "bot" },
    ...(threadId !== undefined && { threadId }),
    ...(replied !== undefined && { replyTo: replied.id }),
    ...(args.disable_notification === true && { silent: true }),
    ...(args.protect_content === true && { protected: true }),
  };
}
