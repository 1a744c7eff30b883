import type { Composer, Context } from "telegraf";
import type { CallbackQuery, Message, Update } from "telegraf/types";
import { wordingOf } from "../../commands/command.ts";
import type { Reply } from "../../commands/request.ts";
import type { KeepStanding } from "../../delivery/standing.ts";
import type { Desk } from "../../desk/desk.ts";
import { isDeskPress } from "../../desk/dialogue/press.ts";
import type { Heard, HeardFile } from "../../desk/heard.ts";
import type { Visit } from "../../desk/visit.ts";
import type { Edition } from "../../domain/edition.ts";
import { readChoices, readPrinting } from "../../store/chats/chats.ts";
import { isInactive } from "../../store/chats/standing.ts";
import type { Database } from "../../store/tables.ts";
import { stripInvisible } from "./clean.ts";
import type { Client } from "../api/client.ts";
import type { Deliver } from "../sending/deliver.ts";
import { chatOf, commandOf } from "./incoming.ts";
import { patiently, type Patience, type Turn } from "../sending/patience.ts";
import { isFromBot, personOf } from "./sender.ts";

export interface DeskRoute extends Patience {
  readonly desk: Desk;
  readonly client: Client;
  readonly db: Database;
  readonly deliver: Deliver;
  readonly edition: () => Edition;
  readonly editors: readonly number[];
  /** IANA; of editors that chose none. */
  readonly defaultZone: string;
  readonly keepStanding: KeepStanding;
}

interface Timed extends Context {
  readonly turn: Turn;
}

/**
 * What editors send in their private chats goes to the desk first, and on to everything else where
 * the desk has no use for it. What anybody else sends never comes near it.
 */
export function routeDesk<C extends Timed>(router: Composer<C>, route: DeskRoute): void {
  router.use(async ({ update, turn }, next) => {
    if (!(await atDesk(route, update, turn))) await next();
  });
}

async function atDesk(route: DeskRoute, update: Update, turn: Turn): Promise<boolean> {
  if ("callback_query" in update) return press(route, update.callback_query, turn);
  if ("message" in update) return hear(route, update.message, { edited: false, turn });
  if ("edited_message" in update) {
    return hear(route, update.edited_message, { edited: true, turn });
  }
  return false;
}

async function press(route: DeskRoute, query: CallbackQuery, turn: Turn): Promise<boolean> {
  const { id, from, message } = query;
  const isOurs = "data" in query && isDeskPress(query.data) && message?.chat.id === from.id;
  const visit = isOurs ? await visitOf(route, from) : undefined;
  if (!isOurs || visit === undefined || message === undefined) return false;
  const replies = await route.desk.press(visit, query.data);
  // Date 0 stands for a message that Telegram keeps from bots: too old, or deleted.
  const pressed = message.date === 0 ? {} : { messageId: message.message_id };
  const chat = { id: from.id, type: "private" } as const;
  await route.deliver({ chat, press: { id, ...pressed } }, replies, turn);
  return true;
}

async function hear(
  route: DeskRoute,
  message: Message,
  { edited, turn }: { readonly edited: boolean; readonly turn: Turn },
): Promise<boolean> {
  if (message.chat.type !== "private" || isFromBot(message)) return false;
  const visit = await visitOf(route, message.from);
  if (visit === undefined) return false;
  const replies = await answer(route, visit, { message, edited, turn });
  if (replies === undefined) return false;
  await route.deliver({ chat: chatOf(message) }, replies, turn);
  return true;
}

function isForwarded(message: Message): boolean {
  return "forward_origin" in message && message.forward_origin !== undefined;
}

interface Said {
  readonly message: Message;
  readonly edited: boolean;
  readonly turn: Turn;
}

/** Undefined where the message is not for the desk. */
async function answer(
  route: DeskRoute,
  visit: Visit,
  { message, edited, turn }: Said,
): Promise<readonly Reply[] | undefined> {
  const forwarded = isForwarded(message);
  const command = "text" in message ? commandOf(message) : undefined;
  if (command !== undefined && !forwarded && !edited) return list(route, visit, command.command);
  const heard = heardIn(route, { message, edited, turn });
  return heard === undefined ? undefined : route.desk.hear(visit, heard);
}

async function list(
  { desk }: DeskRoute,
  visit: Visit,
  command: string,
): Promise<readonly Reply[] | undefined> {
  const [name] = command.toLowerCase().split("@");
  if (name === "/drafts") return desk.drafts(visit);
  return name === "/log" ? desk.log(visit) : undefined;
}

/** Undefined where a message has neither words nor a file. */
function heardIn(route: DeskRoute, { message, edited, turn }: Said): Heard | undefined {
  const words = "text" in message ? message.text : "caption" in message ? message.caption : "";
  const file = "document" in message ? fileOf(route, message, turn) : undefined;
  const text = stripInvisible(words ?? "");
  const repliedTo = repliedIn(message);
  if (text.trim() === "" && file === undefined) return undefined;
  return {
    messageId: message.message_id,
    text,
    // A caption is written about something: never an answer.
    forwarded: isForwarded(message) || "caption" in message,
    edited,
    ...(file !== undefined && { file }),
    ...(repliedTo !== undefined && { repliedTo }),
  };
}

/** The words of the message that it replies to. */
function repliedIn(message: Message): string | undefined {
  const replied = "reply_to_message" in message ? message.reply_to_message : undefined;
  return replied !== undefined && "text" in replied ? replied.text : undefined;
}

function fileOf(route: DeskRoute, { document }: DocumentMessage, turn: Turn): HeardFile {
  const { file_id: id, file_name: name = "", mime_type: type = "", file_size: size = 0 } = document;
  return { name, contentType: type, size, fetch: () => fetchFile(route, id, turn) };
}

type DocumentMessage = Pick<Message.DocumentMessage, "document">;

async function fetchFile(
  route: DeskRoute,
  id: string,
  turn: Turn,
): Promise<Uint8Array | undefined> {
  const { client } = route;
  const { signal } = turn;
  const found = await patiently(route, turn, () =>
    client.call("getFile", { file_id: id }, { signal }),
  );
  const path = found.type === "sent" ? found.result.file_path : undefined;
  if (path === undefined) return undefined;
  const fetched = await patiently(route, turn, () => client.download(path, { signal }));
  return fetched.type === "sent" ? fetched.result : undefined;
}

/** Undefined for whoever is no editor. */
async function visitOf(
  { db, editors, edition, defaultZone, now, keepStanding }: DeskRoute,
  from: Message["from"],
): Promise<Visit | undefined> {
  const person = personOf(from);
  if (person === undefined || !editors.includes(person.id)) return undefined;
  // Whoever is heard from can be written to, whatever we were told before.
  if (await isInactive(db, person.id))
    await keepStanding({ type: "back", chatId: person.id }, now());
  const printing = await readPrinting(db, person.id);
  const { zone = defaultZone } = await readChoices(db, person.id);
  return {
    editor: { id: person.id, name: person.name },
    edition: edition(),
    printing,
    wording: wordingOf({ printing, person }),
    zone,
    now: now(),
  };
}
