import type { Message, User } from "telegraf/types";
import type { Chat, Person } from "../commands/request.ts";
import type { Language } from "../domain/language.ts";
import { stripInvisible } from "./clean.ts";
import type { Client } from "./client.ts";

/**
 * Telegram's stand-ins for senders that are not people. They are the same in every chat, so they
 * say nothing about who it was.
 */
const groupAnonymousBot = 1087968824;
const standIns: readonly number[] = [
  groupAnonymousBot,
  /** Somebody who writes as a channel. */
  136817688,
  /** Telegram itself, for posts of a linked channel. */
  777000,
];

/** Another bot, or a text made by one: answering could go on for ever. */
export function isFromBot(message: Message.CommonMessage): boolean {
  const { from, via_bot: via } = message;
  return via !== undefined || (from?.is_bot === true && !standIns.includes(from.id));
}

/** The person behind a user, if it is one. */
export function personOf(user: User | undefined): Person | undefined {
  if (user === undefined || standIns.includes(user.id)) return undefined;
  const name = stripInvisible([user.first_name, user.last_name ?? ""].join(" ")).trim();
  const language = languageOf(user.language_code);
  return { id: user.id, name, ...(language === undefined ? {} : { language }) };
}

function languageOf(tag = ""): Language | undefined {
  const code = tag.toLowerCase();
  if (code.startsWith("ar")) return "ar";
  return code.startsWith("en") ? "en" : undefined;
}

/** Somebody who writes as the group itself: only its administrators can. */
export function isAnonymousAdmin(message: Message.ServiceMessage): boolean {
  return message.from?.id === groupAnonymousBot && message.sender_chat?.id === message.chat.id;
}

/** Whether Telegram says at this moment that the person runs the chat; no answer is a no. */
export async function isAdmin(
  client: Client,
  chat: Chat,
  person: Person | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  if (chat.type === "private") return true;
  if (person === undefined) return false;
  const params = { chat_id: chat.id, user_id: person.id };
  const result = await client.call("getChatMember", params, { signal });
  return result.type === "ok" && ["creator", "administrator"].includes(result.result.status);
}
