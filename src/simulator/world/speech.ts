import { randomInt } from "node:crypto";
import { parseText } from "../rules/text.ts";
import { chatById, privateChat } from "./chats.ts";
import { messageJson, personJson } from "./message-json.ts";
import { findMessage, post } from "./messages.ts";
import type { Chat, Message, PersonState, Sender } from "./model.ts";
import type { Telegram } from "./telegram.ts";
import { seenByBot } from "./privacy.ts";

/** A request of the page or a test that makes no sense in this world. */
export class WorldError extends Error {}

export function personById(telegram: Telegram, id: number): PersonState {
  const person = telegram.people.get(id);
  if (person === undefined) throw new WorldError(`no person has the id ${id}`);
  return person;
}

export function chatOf(telegram: Telegram, id: number): Chat {
  const chat = chatById(telegram, id);
  if (chat === undefined) throw new WorldError(`no chat has the id ${id}`);
  return chat;
}

/** The message's own update, if the bot may see the message. */
export function tellBot(telegram: Telegram, message: Message, edited = false): void {
  const { chat } = message;
  if (!seenByBot(telegram, message)) return;
  const base = chat.kind === "channel" ? "channel_post" : "message";
  const replied = message.replyTo === undefined ? undefined : findMessage(chat, message.replyTo);
  const type = edited ? `edited_${base}` : base;
  telegram.updates.push(type, messageJson(telegram, message, replied), `chat ${chat.id}`);
}

export interface Utterance {
  readonly chat: Chat;
  readonly sender: Sender;
  readonly text: string;
  readonly threadId?: number | undefined;
  readonly replyTo?: number | undefined;
  readonly forwardedFrom?: Sender | undefined;
}

/** A message that somebody else than the bot writes. */
export function utter(telegram: Telegram, utterance: Utterance): Message {
  const { chat, sender, text, threadId, replyTo, forwardedFrom } = utterance;
  const { drops: _, ...body } = parseText({ text });
  const message = post(telegram, {
    chat,
    sender,
    content: { type: "text", body },
    ...(threadId !== undefined && { threadId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(forwardedFrom !== undefined && { forwardedFrom }),
  });
  tellBot(telegram, message);
  return message;
}

/** Opens the private chat with the bot, as the start button or a deep link does. */
export function start(telegram: Telegram, personId: number, payload?: string): Message {
  const person = personById(telegram, personId);
  person.started = true;
  const text = payload === undefined || payload === "" ? "/start" : `/start ${payload}`;
  const sender = { type: "person", person } as const;
  return utter(telegram, { chat: privateChat(telegram, person), sender, text });
}

export interface Press {
  readonly person: number;
  readonly chat: number;
  readonly messageId: number;
  readonly data: string;
}

/** Presses a button; the data is what the client says it is, as with the real one. */
export function press(telegram: Telegram, { person, chat, messageId, data }: Press): string {
  const presser = personById(telegram, person);
  const place = chatOf(telegram, chat);
  const message = findMessage(place, messageId);
  if (message === undefined) throw new WorldError(`chat ${chat} has no message ${messageId}`);
  const id = String(randomInt(2 ** 47));
  telegram.callbacks.set(id, { id, person, time: telegram.clock.now(), answered: false });
  const payload = {
    id,
    from: personJson(presser),
    message: messageJson(telegram, message),
    chat_instance: String(place.id * 31),
    data,
  };
  telegram.updates.push("callback_query", payload, `callback ${chat}`);
  return id;
}
