import type { Json } from "./message-json.ts";
import { post } from "./messages.ts";
import type { Chat, Message, Sender } from "./model.ts";
import { tellBot } from "./speech.ts";
import type { Telegram } from "./telegram.ts";

export interface ServiceLine {
  readonly chat: Chat;
  readonly sender: Sender;
  /** The fields of the Bot API's message. */
  readonly fields: Json;
  /** What the page shows. */
  readonly line: string;
  readonly threadId?: number | undefined;
}

/** A name in a line of another language, which keeps its own direction. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** A service message; the bot gets it if it is in the chat at that moment. */
export function announce(telegram: Telegram, service: ServiceLine): Message {
  const { chat, sender, fields, line, threadId } = service;
  const message = post(telegram, {
    chat,
    sender,
    content: { type: "service", fields, body: { text: line, entities: [] } },
    ...(threadId !== undefined && { threadId }),
  });
  tellBot(telegram, message);
  return message;
}

/** Who does what nobody in particular does: the creator of the chat. */
export function creatorOf(telegram: Telegram, chat: Chat): Sender {
  for (const [id, member] of chat.members) {
    const person = member.status === "creator" ? telegram.people.get(id) : undefined;
    if (person !== undefined) return { type: "person", person };
  }
  return { type: "anonymous" };
}
