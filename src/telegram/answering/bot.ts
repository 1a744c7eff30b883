import { Composer, Context, Telegram } from "telegraf";
import { channelPost, message } from "telegraf/filters";
import type { CallbackQuery, Message, Update } from "telegraf/types";
import type {
  Chat,
  ContentFacts,
  Incoming,
  Person,
  Reply,
  Request,
} from "../../commands/request.ts";
import type { Edition } from "../../domain/edition.ts";
import type { KeepStanding } from "../../delivery/standing.ts";
import type { Log } from "../../log.ts";
import { readPrinting } from "../../store/chats/chats.ts";
import { isInactive } from "../../store/chats/standing.ts";
import type { Database } from "../../store/tables.ts";
import type { Client } from "../api/client.ts";
import type { Deliver, Place } from "../sending/deliver.ts";
import { lookElsewhere } from "./elsewhere.ts";
import { routeDesk, type DeskRoute } from "./desk.ts";
import { countAskers } from "./excess.ts";
import { chatOf, incomingOf } from "./incoming.ts";
import { routeInline, type InlineParts } from "./inline.ts";
import type { Bot } from "../api/introduce.ts";
import { routeLife } from "./life.ts";
import type { Patience, Turn } from "../sending/patience.ts";
import { channelRequest } from "../sending/keyboards.ts";
import { isAdmin, isAnonymousAdmin, isFromBot, personOf } from "./sender.ts";

export interface BotParts extends Patience {
  /** Who we are, as getMe said. */
  readonly bot: Bot;
  readonly client: Client;
  readonly pictures: InlineParts["pictures"];
  readonly db: Database;
  readonly deliver: Deliver;
  readonly log: Log;
  /** Told of what happens to a chat. */
  readonly keepStanding: KeepStanding;
  /** The edition of this moment; one request sees one edition. */
  readonly edition: () => Edition;
  readonly search: Request["search"];
  readonly editors: readonly number[];
  /** IANA; of chats that chose none. */
  readonly defaultZone: string;
  /** Days for which it is known what was sent where. */
  readonly ledgerDays: number;
  readonly answer: (incoming: Incoming, request: Request) => Promise<readonly Reply[]>;
  readonly content?: () => ContentFacts;
  /** The editors' desk, where there is one. */
  readonly desk?: DeskRoute["desk"];
}

/** Handles one update as Telegram sent it. Throws what `answer` or the store throws. */
export type HandleUpdate = (update: unknown, turn: Turn) => Promise<void>;

/** Telegraf's router, from an update to its answer. */
export function createBot(parts: BotParts): HandleUpdate {
  const route = createRouter(parts).middleware();
  return async (update, turn) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Telegram keeps to its own types
    const context = new UpdateContext(update as Update, parts.bot, turn);
    await route(context, () => Promise.resolve());
  };
}

/** Telegraf's context with the time that the update has; made anew for every update. */
class UpdateContext extends Context {
  readonly turn: Turn;

  constructor(update: Update, bot: Bot, turn: Turn) {
    super(update, silent, bot);
    this.turn = turn;
  }
}

/** Telegraf routes and never sends: its client would, past our limits and with the token in errors. */
const silent = Object.assign(new Telegram(""), {
  callApi: () => Promise.reject(new Error("Expected replies to be returned, not sent by Telegraf")),
});

interface RouterParts extends BotParts {
  /** Whether who asks has asked for more than a person does; a group counts where nobody is named. */
  readonly isExcess: (asker: number) => boolean;
}

function createRouter(given: BotParts): Composer<UpdateContext> {
  const parts = { ...given, isExcess: excessOf(given) };
  const router = new Composer<UpdateContext>();
  routeLife(router, parts);
  routeInline(router, parts);
  const { desk } = parts;
  if (desk !== undefined) routeDesk(router, { ...parts, desk });
  router.on(message("text"), (context) =>
    hear(parts, context.message, context.turn, () => mayWriterDecide(parts, context)),
  );
  router.on(message("chat_shared"), (context) => share(parts, context.message, context.turn));
  // Only those who may post in a channel can: a post is the channel's own word.
  router.on(channelPost("text"), (context) =>
    hear(parts, context.channelPost, context.turn, always),
  );
  router.on("callback_query", (context) => press(parts, context.callbackQuery, context.turn));
  return router;
}

function excessOf({ log, now }: BotParts): RouterParts["isExcess"] {
  const count = countAskers();
  return (asker) => {
    const excess = count(asker, now());
    if (excess === "begins")
      log.warn({ asker }, "somebody asks too much, and is left for a minute");
    return excess !== "none";
  };
}

function mayWriterDecide(
  parts: BotParts,
  { message, turn }: { readonly message: Message.TextMessage; readonly turn: Turn },
): Promise<boolean> {
  if (isAnonymousAdmin(message)) return Promise.resolve(true);
  return isAdmin(parts, chatOf(message), personOf(message.from), turn);
}

async function hear(
  parts: RouterParts,
  message: Message.TextMessage,
  turn: Turn,
  mayDecide: () => Promise<boolean>,
): Promise<void> {
  if (isFromBot(message)) return;
  const incoming = incomingOf(message, parts.bot.username);
  if (incoming === undefined) return;
  const asker = { chat: chatOf(message), person: personOf(message.from), mayDecide };
  if (parts.isExcess(asker.person?.id ?? asker.chat.id)) return;
  const request = await requestOf(parts, asker, turn);
  await parts.deliver(asker, await parts.answer(incoming, request), turn);
}

const always = (): Promise<boolean> => Promise.resolve(true);

/** A person picked a chat for us; in which way is known from its number. */
async function share(parts: RouterParts, message: SharedMessage, turn: Turn): Promise<void> {
  const { chat_id: chatId, request_id: requestId } = message.chat_shared;
  if (requestId !== channelRequest || message.chat.type !== "private") return;
  if (parts.isExcess(message.chat.id)) return;
  const asker = { chat: chatOf(message), person: personOf(message.from), mayDecide: always };
  const request = await requestOf(parts, asker, turn);
  await parts.deliver(asker, await parts.answer({ type: "shared", chatId }, request), turn);
}

async function press(parts: RouterParts, query: CallbackQuery, turn: Turn): Promise<void> {
  const { id, message, from } = query;
  if (parts.isExcess(from.id)) return;
  if (message === undefined || !("data" in query)) {
    // Nothing of ours; but the presser's clock runs until somebody answers.
    return parts.deliver({ chat: { id: from.id, type: "private" }, press: { id } }, [], turn);
  }
  const chat = chatOf(message);
  const person = personOf(from);
  const mayDecide = (): Promise<boolean> => isAdmin(parts, chat, person, turn);
  const asked = await requestOf(parts, { chat, person, mayDecide }, turn);
  // Date 0 stands for a message that Telegram keeps from bots: too old, or deleted.
  const pressed = message.date === 0 ? undefined : { messageId: message.message_id };
  const request: Request = { ...asked, ...(pressed && { pressed }) };
  const replies = await parts.answer({ type: "press", data: query.data }, request);
  const isPicture = "photo" in message;
  const place: Place = { chat, press: { id, ...pressed, isPicture } };
  await parts.deliver(place, replies, turn);
}

type SharedMessage = Message.ChatSharedMessage;

interface Asker {
  readonly chat: Chat;
  readonly person: Person | undefined;
  readonly mayDecide: () => Promise<boolean>;
}

async function requestOf(
  parts: BotParts,
  { chat, person, mayDecide }: Asker,
  turn: Turn,
): Promise<Request> {
  // Whoever is heard from can be written to, whatever we were told before.
  if (await isInactive(parts.db, chat.id)) {
    await parts.keepStanding({ type: "back", chatId: chat.id }, parts.now());
  }
  return {
    chat,
    ...(person === undefined ? {} : { person }),
    edition: parts.edition(),
    search: parts.search,
    printing: await readPrinting(parts.db, chat.id),
    editors: parts.editors,
    botUsername: parts.bot.username,
    db: parts.db,
    now: parts.now(),
    mayDecide,
    defaultZone: parts.defaultZone,
    ledgerDays: parts.ledgerDays,
    ...(parts.content && { content: parts.content() }),
    elsewhere: lookElsewhere(parts, { person, botId: parts.bot.id }, turn),
  };
}
