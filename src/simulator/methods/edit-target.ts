import { badRequest } from "../api-error.ts";
import { readableChat, writableChat } from "../rules/access.ts";
import { chatId, integer, string, type Args } from "../rules/kinds.ts";
import { inlineKeyboard, type InlineKeyboard } from "../rules/keyboard.ts";
import { messageJson, type Json } from "../world/message-json.ts";
import { edit, findMessage } from "../world/messages.ts";
import type { Content, Message } from "../world/model.ts";
import type { Telegram } from "../world/telegram.ts";
import { recordMessage } from "./deliver.ts";

/** Parameters that name the message to edit, and its new keyboard. */
export const editParameters = {
  chat_id: chatId,
  message_id: integer,
  inline_message_id: string,
  reply_markup: inlineKeyboard,
};

type EditArgs = Args<typeof editParameters>;

function inlineMessage(telegram: Telegram, id: string): Message {
  const message = telegram.inlineMessages.get(id);
  const isThere = message !== undefined && findMessage(message.chat, message.id) === message;
  if (!isThere) throw badRequest("MESSAGE_ID_INVALID");
  return message;
}

/** A message of a chat, for a method that changes it; `missing` is the sentence if it is not there. */
export function messageOf(
  telegram: Telegram,
  args: { readonly chat_id?: number | string; readonly message_id?: number },
  missing: string,
): Message {
  if (args.chat_id === undefined) throw badRequest("chat_id is empty");
  const chat = readableChat(telegram, args.chat_id);
  if (args.message_id === undefined) throw badRequest("message identifier is not specified");
  const message = findMessage(chat, args.message_id);
  if (message === undefined) throw badRequest(missing);
  return message;
}

/** The bot's own message that is to be edited. */
export function editTarget(telegram: Telegram, args: EditArgs): Message {
  if (args.inline_message_id !== undefined) return inlineMessage(telegram, args.inline_message_id);
  const message = messageOf(telegram, args, "message to edit not found");
  if (message.sender.type !== "bot" || message.fixed === true) {
    throw badRequest("message can't be edited");
  }
  writableChat(telegram, message.chat.id, "text messages");
  return message;
}

/** What a reader would see, as one string to compare. */
function seen(content: Content, keyboard: InlineKeyboard | undefined): string {
  const { drops: _, ...body } = content.body;
  const file = "file" in content ? content.file.id : "";
  return JSON.stringify([{ ...content, body, file }, keyboard ?? null]);
}

/** Changes a message, unless nothing would change; the keyboard goes if none is given. */
export function change(
  telegram: Telegram,
  message: Message,
  how: { readonly method: string; readonly content?: Content; readonly args: EditArgs },
): Json | true {
  const content = how.content ?? message.content;
  const keyboard = how.args.reply_markup;
  if (seen(message.content, message.keyboard) === seen(content, keyboard)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  const type = how.args.inline_message_id === undefined ? "edit" : "inline edit";
  telegram.flood.take({ chat: message.chat, type, count: 1, paid: false });
  edit(telegram, message, {
    ...(how.content !== undefined && { content }),
    keyboard: keyboard ?? null,
  });
  recordMessage(telegram, message, { type: "edited", method: how.method });
  return how.args.inline_message_id === undefined ? messageJson(telegram, message) : true;
}
