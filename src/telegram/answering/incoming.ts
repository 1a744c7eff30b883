import type { Message } from "telegraf/types";
import type { Chat, Incoming } from "../../commands/request.ts";
import { stripInvisible } from "./clean.ts";

/** The topic that collects what belongs to no topic; Telegram refuses its id in a send. */
const generalTopic = 1;

/** What a text message says to us, or undefined where it is a command for another bot. */
export function incomingOf(
  message: Message.TextMessage,
  botUsername: string,
): Incoming | undefined {
  const forwarded = message.forward_origin !== undefined;
  const written = commandOf(message);
  if (written === undefined || forwarded) {
    return { type: "text", text: stripInvisible(message.text), forwarded };
  }
  const [name = "", addressee] = written.command.slice(1).split("@");
  if (addressee !== undefined && addressee.toLowerCase() !== botUsername.toLowerCase()) {
    return undefined;
  }
  return { type: "command", name: name.toLowerCase(), argument: written.argument };
}

/** Telegram says what is a command; it counts as one only at the very beginning. */
export function commandOf(
  message: Message.TextMessage,
): { readonly command: string; readonly argument: string } | undefined {
  const entity = message.entities?.find(({ type }) => type === "bot_command");
  if (entity === undefined) return undefined;
  const end = entity.offset + entity.length;
  if (stripInvisible(message.text.slice(0, entity.offset)) !== "") return undefined;
  return {
    command: stripInvisible(message.text.slice(entity.offset, end)),
    argument: stripInvisible(message.text.slice(end)).trim(),
  };
}

/** The chat of a message, and the topic where it is one that can be sent to. */
export function chatOf(message: Message.ServiceMessage): Chat {
  const { id, type } = message.chat;
  const thread = message.is_topic_message === true ? message.message_thread_id : undefined;
  return {
    id,
    type,
    ...("title" in message.chat && { title: message.chat.title }),
    ...(thread !== undefined && thread !== generalTopic && { threadId: thread }),
  };
}
