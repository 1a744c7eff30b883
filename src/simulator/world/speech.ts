import type { Forwarding, PersonMessage, SentFile } from "../control.ts";
import { captionText, parseText } from "../rules/text.ts";
import { chatById, privateChat } from "./chats.ts";
import { messageJson } from "./message-json.ts";
import { edit, findMessage, post, remove } from "./messages.ts";
import type { Chat, Content, Message, PersonState, Sender } from "./model.ts";
import { seenByBot } from "./privacy.ts";
import { keyboardUsed } from "./reply-keyboard.ts";
import { isIn, isShut, mayPost } from "./standing.ts";
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
  const content = contentOf(telegram, text, utterance.file);
  const first = forwardedFrom === undefined ? undefined : personById(telegram, forwardedFrom);
  const message = post(telegram, {
    chat,
    sender: senderOf(telegram, chat, utterance),
    content,
    ...(threadId !== undefined && { threadId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(first !== undefined && { forwardedFrom: { type: "person", person: first } }),
  });
  tellBot(telegram, message);
  keyboardUsed(telegram, chat);
  return message;
}

/** Plain text, or a document with its caption; Telegram takes no empty file. */
function contentOf(telegram: Telegram, text: string, file: SentFile | undefined): Content {
  if (file === undefined) {
    const { drops: _, ...body } = parseText({ text });
    return { type: "text", body };
  }
  const { name, mime, base64 } = file;
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length === 0) throw new WorldError(`${name} is empty`);
  const { drops: _, ...body } = captionText({ text });
  const stored = telegram.files.add({ name, mime, bytes });
  return { type: "document", file: stored, body, spoiler: false, captionAbove: false };
}

/** Whom a forwarded message names as its first author. */
function originOf({ chat, sender, forwardedFrom }: Message): Sender {
  if (forwardedFrom !== undefined) return forwardedFrom;
  if (sender.type === "channel") return { type: "asChannel", channel: chat };
  if (sender.type === "anonymous") throw new WorldError("what a group wrote is not forwarded here");
  return sender;
}

/** A person forwards what they see to a chat that they may write in. */
export function forward(
  telegram: Telegram,
  { person: id, from, messageId, chat }: Forwarding,
): Message {
  const person = personById(telegram, id);
  const original = messageById(telegram, from, messageId);
  const to = placeById(telegram, chat);
  const isSeen = original.chat.kind === "private" ? from === id : isIn(original.chat, id);
  if (!isSeen) throw new WorldError(`${person.firstName} does not see ${original.chat.title}`);
  if (!mayPost(to, person)) throw new WorldError(`${person.firstName} may not post in ${to.title}`);
  const { content } = original;
  if (original.protected === true || content.type === "service") {
    throw new WorldError("this message cannot be forwarded");
  }
  if (to.kind === "private") begin(telegram, person);
  const message = post(telegram, {
    chat: to,
    sender: senderOf(telegram, to, { person: id, chat, text: "" }),
    content,
    forwardedFrom: originOf(original),
  });
  tellBot(telegram, message);
  return message;
}

export interface Rewording {
  readonly chat: number;
  readonly messageId: number;
  readonly text: string;
}

function reworded(content: Content, text: string): Content {
  const isFile = content.type === "document" || content.type === "photo";
  const { drops: _, ...body } = isFile ? captionText({ text }) : parseText({ text });
  return isFile ? { ...content, body } : { type: "text", body };
}

/** A person edits a message of theirs. */
export function reword(telegram: Telegram, { chat, messageId, text }: Rewording): void {
  const message = messageById(telegram, chat, messageId);
  if (message.sender.type === "bot") throw new WorldError("only the bot edits its messages");
  edit(telegram, message, { content: reworded(message.content, text), keyboard: undefined });
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
