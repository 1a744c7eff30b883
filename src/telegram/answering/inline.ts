import type { Composer, Context } from "telegraf";
import type { ChosenInlineResult, InlineQuery } from "telegraf/types";
import {
  answerInline,
  type InlineRequest,
  type InlineResult,
} from "../../commands/finding/inline.ts";
import { shownOf } from "../../delivery/stored.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Message } from "../../rendering/message/message.ts";
import type { Log } from "../../log.ts";
import { isKnown, readPrinting } from "../../store/chats/chats.ts";
import { waitingBehind } from "../../store/inbox.ts";
import { enterInline, keepOffered } from "../../store/ledger/inline.ts";
import { keyOfShown } from "../../store/ledger/shown.ts";
import type { Database } from "../../store/tables.ts";
import { stripInvisible } from "./clean.ts";
import type { Client } from "../api/client.ts";
import { inlineOrder } from "../updates/inline-order.ts";
import type { Bot } from "../api/introduce.ts";
import { toInlineKeyboard } from "../sending/keyboards.ts";
import type { InlineArticle, InlinePhoto } from "../api/methods.ts";
import { patiently, type Patience, type Turn } from "../sending/patience.ts";
import type { Pictures } from "../sending/pictures.ts";
import { personOf } from "./sender.ts";

export interface InlineParts extends Patience {
  readonly bot: Bot;
  readonly pictures: Pick<Pictures, "file" | "addressOf">;
  readonly client: Client;
  readonly db: Database;
  readonly log: Log;
  readonly edition: () => Edition;
  readonly search: InlineRequest["search"];
  /** IANA. */
  readonly defaultZone: string;
}

interface Timed extends Context {
  readonly turn: Turn;
}

/** Telegram waits 30 seconds for an answer, and whoever asked for less. */
const answerableFor = 25_000;

/** Seconds for which Telegram gives the same person the same answer without asking us. */
const cacheTime = 60;

/** What opens the private chat from above the results; /start does not know it, and greets. */
const startParameter = "inline";

/** What people ask the inline mode, and which of the results they send. */
export function routeInline<C extends Timed>(router: Composer<C>, parts: InlineParts): void {
  router.on("inline_query", ({ update, inlineQuery, turn }) =>
    answerQuery(parts, { updateId: update.update_id, query: inlineQuery }, turn),
  );
  router.on("chosen_inline_result", ({ chosenInlineResult }) => enter(parts, chosenInlineResult));
}

interface Asked {
  readonly updateId: number;
  readonly query: InlineQuery;
}

/** Somebody who types asks again with every letter: only the newest query is answered. */
async function answerQuery(parts: InlineParts, asked: Asked, turn: Turn): Promise<void> {
  const { client, log, now } = parts;
  const { query } = asked;
  const until = new Date((turn.receivedAt ?? now()).getTime() + answerableFor);
  if (now() > until || (await isOvertaken(parts, asked))) return;
  const params = await answerTo(parts, query);
  if (params === undefined) return;
  const deadline = until < turn.deadline ? until : turn.deadline;
  const outcome = await patiently(parts, { ...turn, deadline }, () =>
    client.call("answerInlineQuery", params, { signal: turn.signal }),
  );
  if (outcome.type !== "sent" && outcome.type !== "stale") {
    log.warn({ outcome }, "an inline query was not answered");
  }
}

async function isOvertaken({ db }: InlineParts, { updateId, query }: Asked): Promise<boolean> {
  const waiting = await waitingBehind(db, { updateId, chatId: inlineOrder(query.from.id) });
  return waiting.some((body) => {
    const update: unknown = JSON.parse(body);
    return typeof update === "object" && update !== null && "inline_query" in update;
  });
}

async function answerTo(parts: InlineParts, { id, from, query, offset }: InlineQuery) {
  const { db, edition, bot, search, defaultZone, now } = parts;
  const person = personOf(from);
  if (person === undefined) return undefined;
  const chosen = (await isKnown(db, from.id)) ? await readPrinting(db, from.id) : undefined;
  const asker = { person, chosen, edition: edition(), botUsername: bot.username };
  const request = { ...asker, search, defaultZone, now: now() };
  const { results, next, button } = await answerInline(request, stripInvisible(query), offset);
  const offered = await Promise.all(results.map((result) => resultsOf(parts, result)));
  const shown = offered.flat().flatMap(({ message }) => shownOf(message) ?? []);
  await keepOffered(db, shown, now());
  return {
    inline_query_id: id,
    results: distinct(offered.flat()).map(({ result }) => result),
    cache_time: cacheTime,
    // In the language of whoever asks.
    is_personal: true,
    next_offset: next,
    button: { text: button, start_parameter: startParameter },
  };
}

/** A result, and the message that is sent where it is chosen. */
interface Offered {
  readonly result: InlineArticle | InlinePhoto;
  readonly message: Message;
}

/** In words; and as a picture where Telegram has its file, as it takes no upload here. */
async function resultsOf(
  { pictures }: InlineParts,
  result: InlineResult,
): Promise<readonly Offered[]> {
  const { cards, message } = result;
  const [own] = cards;
  const thumbnail = own && pictures.addressOf?.(own.picture);
  const words = { message, result: articleOf(result, thumbnail) };
  for (const card of cards) {
    const file = await pictures.file(card.picture);
    if (file !== undefined) return [words, { message: card, result: photoOf(result, card, file) }];
  }
  return [words];
}

/** Where its figures are known, a result is named by all that is sent: that is what is corrected. */
function idOf(about: string, message: Message): string {
  const shown = shownOf(message);
  return shown === undefined ? about : keyOfShown(shown);
}

function photoOf(
  { about, title, description }: InlineResult,
  card: Message,
  file: string,
): InlinePhoto {
  return {
    type: "photo",
    id: idOf(`${about} card`, card),
    photo_file_id: file,
    title,
    description,
    caption: card.html,
    parse_mode: "HTML",
    reply_markup: toInlineKeyboard(card.keyboard ?? []),
  };
}

function articleOf(
  { about, title, description, message }: InlineResult,
  thumbnail: string | undefined,
): InlineArticle {
  return {
    type: "article",
    id: idOf(about, message),
    title,
    description,
    ...(thumbnail !== undefined && { thumbnail_url: thumbnail }),
    input_message_content: {
      message_text: message.html,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    reply_markup: toInlineKeyboard(message.keyboard ?? []),
  };
}

/** A briefing of a single story says what that story says. */
function distinct(offered: readonly Offered[]): readonly Offered[] {
  const texts = offered.map(({ message }) => message.html);
  return offered.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

/** Without a keyboard, or of a result without figures, there is nothing to correct. */
async function enter(parts: InlineParts, chosen: ChosenInlineResult): Promise<void> {
  const { db, log, now } = parts;
  const { result_id: shownKey, inline_message_id: inlineId, from } = chosen;
  if (inlineId === undefined || shownKey.includes(" ")) return;
  const isKept = await enterInline(db, { inlineId, personId: from.id, shownKey, at: now() });
  if (!isKept) log.warn({}, "an inline message cannot be corrected: what it shows is not kept");
}
