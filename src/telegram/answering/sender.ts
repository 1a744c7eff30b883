import type { Message, User } from "telegraf/types";
import type { Chat, Person } from "../../commands/request.ts";
import type { Language } from "../../domain/language.ts";
import { groupAnonymousBot, standIns } from "../../domain/stand-ins.ts";
import { stripInvisible } from "./clean.ts";
import type { Client } from "../api/client.ts";
import { patiently, type Patience, type Turn } from "../sending/patience.ts";

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

export interface Witness extends Patience {
  readonly client: Client;
}

/**
 * Whether Telegram says at this moment that the person runs the chat. It is asked again while the
 * turn lasts where it did not answer; no answer in the end is a no.
 */
export async function isAdmin(
  witness: Witness,
  chat: Chat,
  person: Person | undefined,
  turn: Turn,
): Promise<boolean> {
  if (chat.type === "private") return true;
  if (person === undefined) return false;
  const params = { chat_id: chat.id, user_id: person.id };
  const outcome = await patiently(witness, turn, () =>
    witness.client.call("getChatMember", params, { signal: turn.signal }),
  );
  return outcome.type === "sent" && ["creator", "administrator"].includes(outcome.result.status);
}
