import type { PersonMessage } from "../control.ts";
import { parseText } from "../rules/text.ts";
import { chatById, privateChat } from "./chats.ts";
import { messageJson } from "./message-json.ts";
import { edit, findMessage, post, remove } from "./messages.ts";
import type { Chat, Message, PersonState, Sender } from "./model.ts";
import { seenByBot } from "./privacy.ts";
import { keyboardUsed } from "./reply-keyboard.ts";
import { isShut, mayPost } from "./standing.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

export function personById(telegram: Telegram, id: number): PersonState {
  const person = telegram.people.get(id);
  if (person === undefined) throw new WorldError(`no person has the id ${id}`);
  return person;
}

export function placeById(telegram: Telegram, id: number): Chat {
  const chat = chatById(telegram, id);
  if (chat === undefined) throw new WorldError(`no chat has the id ${id}`);
  return chat;
}

export function messageById(telegram: Telegram, chatId: number, messageId: number): Message {
  const message = findMessage(placeById(telegram, chatId), messageId);
  if (message === undefined) throw new WorldError(`chat ${chatId} has no message ${messageId}`);
  return message;
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

/** Under which name a person writes; their own by default, the channel's in a channel. */
export type WritesAs =
  | { readonly as: "anonymous" }
  | { readonly as: "channel"; readonly channel: number };

export interface Utterance extends PersonMessage {
  readonly under?: WritesAs | undefined;
  /** Forwards what this person wrote elsewhere. */
  readonly forwardedFrom?: number | undefined;
}

function senderOf(telegram: Telegram, chat: Chat, utterance: Utterance): Sender {
  const { under, person } = utterance;
  if (chat.kind === "channel") return { type: "channel" };
  if (under?.as === "anonymous") return { type: "anonymous" };
  if (under?.as === "channel") {
    return { type: "asChannel", channel: placeById(telegram, under.channel) };
  }
  return { type: "person", person: personById(telegram, person) };
}

function begin(telegram: Telegram, person: PersonState): void {
  if (!person.started) telegram.people.set({ ...person, started: true });
}

/** A person writes: in a private chat, a group, a topic, or, as its administrator, a channel. */
export function say(telegram: Telegram, utterance: Utterance): Message {
  const { text, threadId, replyTo, forwardedFrom } = utterance;
  const person = personById(telegram, utterance.person);
  const chat = placeById(telegram, utterance.chat);
  const shut = threadId !== undefined && isShut(chat, person, threadId);
  if (shut || !mayPost(chat, person)) {
    throw new WorldError(`${person.firstName} may not post in ${chat.title}`);
  }
  if (chat.kind === "private") begin(telegram, person);
  const { drops: _, ...body } = parseText({ text });
  const first = forwardedFrom === undefined ? undefined : personById(telegram, forwardedFrom);
  const message = post(telegram, {
    chat,
    sender: senderOf(telegram, chat, utterance),
    content: { type: "text", body },
    ...(threadId !== undefined && { threadId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(first !== undefined && { forwardedFrom: { type: "person", person: first } }),
  });
  tellBot(telegram, message);
  keyboardUsed(telegram, chat);
  return message;
}

export interface Rewording {
  readonly chat: number;
  readonly messageId: number;
  readonly text: string;
}

/** A person edits a message of theirs. */
export function reword(telegram: Telegram, { chat, messageId, text }: Rewording): void {
  const message = messageById(telegram, chat, messageId);
  if (message.sender.type === "bot") throw new WorldError("only the bot edits its messages");
  const { drops: _, ...body } = parseText({ text });
  edit(telegram, message, { content: { type: "text", body }, keyboard: undefined });
  tellBot(telegram, message, true);
}

/** Somebody who may deletes a message for everybody; the bot is not told. */
export function unsay(
  telegram: Telegram,
  { chat, messageId }: Pick<Rewording, "chat" | "messageId">,
): void {
  const message = messageById(telegram, chat, messageId);
  remove(telegram, message.chat, [message.id]);
}

/** Opens the private chat with the bot, as the start button or a deep link does. */
export function start(telegram: Telegram, personId: number, payload?: string): Message {
  const person = personById(telegram, personId);
  const text = payload === undefined || payload === "" ? "/start" : `/start ${payload}`;
  return say(telegram, { person: person.id, chat: privateChat(telegram, person).id, text });
}
