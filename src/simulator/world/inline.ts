import { randomInt, randomUUID } from "node:crypto";
import { personJson } from "./message-json.ts";
import { post } from "./messages.ts";
import type { Chat, Message, PersonState } from "./model.ts";
import { personById, placeById, tellBot } from "./speech.ts";
import { isShut, mayPost } from "./standing.ts";
import type { InlineAnswer, InlineQuery, InlineResult, Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

export interface InlineQuestion {
  readonly person: number;
  readonly query: string;
  /** Where the person types. */
  readonly chat?: number | undefined;
  readonly offset?: string | undefined;
}

/** The longest query that reaches a bot, in characters. */
const longestQuery = 256;

/** Of a private chat with the bot itself: "sender". */
function chatTypeOf({ id, kind }: Chat, person: number): string {
  return kind === "private" && id === person ? "sender" : kind;
}

/** What answers are kept by: for everybody, or for one person. */
function cacheKey({ query, offset }: InlineQuery, person: number | "everybody"): string {
  return JSON.stringify([person, offset, query]);
}

function cached(telegram: Telegram, query: InlineQuery): InlineAnswer | undefined {
  const now = telegram.clock.now();
  return [cacheKey(query, query.person), cacheKey(query, "everybody")]
    .map((key) => telegram.inlineCache.get(key))
    .find((one) => one !== undefined && one.until > now)?.answer;
}

/**
 * A person types the bot's name and a query in some chat; gives the id of the query. The bot is not
 * asked for what it has answered a while ago.
 */
export function askInline(telegram: Telegram, question: InlineQuestion): string {
  const { person, chat, offset = "" } = question;
  if (!telegram.inlineMode.on) throw new WorldError("the bot has no inline mode");
  const id = String(randomInt(2 ** 47));
  const from = personJson(personById(telegram, person));
  const text = Array.from(question.query).slice(0, longestQuery).join("");
  const query = { id, person, query: text, offset, time: telegram.clock.now() };
  const answer = cached(telegram, query);
  telegram.inlineQueries.set(id, { ...query, ...(answer !== undefined && { answer }) });
  if (answer !== undefined) return id;
  const type = chat === undefined ? undefined : chatTypeOf(placeById(telegram, chat), person);
  const payload = { id, from, query: text, offset, ...(type !== undefined && { chat_type: type }) };
  telegram.updates.push("inline_query", payload, `inline ${person}`);
  return id;
}

export interface Keeping {
  /** Seconds. */
  readonly cacheTime: number;
  readonly isPersonal: boolean;
}

/** The bot's answer, which is kept for a while. */
export function takeAnswer(
  telegram: Telegram,
  query: InlineQuery,
  answer: InlineAnswer,
  { cacheTime, isPersonal }: Keeping,
): void {
  query.answer = answer;
  const until = telegram.clock.now() + cacheTime * 1000;
  const key = cacheKey(query, isPersonal ? query.person : "everybody");
  telegram.inlineCache.set(key, { answer, until });
  telegram.hub.emit({ type: "inline", person: query.person, queryId: query.id, answer });
}

export interface InlineChoice {
  readonly queryId: string;
  readonly resultId: string;
  /** Where the person sends it; the bot need not be there. */
  readonly chat: number;
  readonly threadId?: number | undefined;
}

/**
 * The person sends one of the results. One with a keyboard is edited by its `inlineMessageId` later;
 * where feedback is on, the bot is told.
 */
export function chooseInline(telegram: Telegram, choice: InlineChoice): Message {
  const query = telegram.inlineQueries.get(choice.queryId);
  const result = query?.answer?.results.find(({ id }) => id === choice.resultId);
  if (query === undefined || result === undefined) {
    throw new WorldError(`query ${choice.queryId} has no result ${choice.resultId}`);
  }
  const person = personById(telegram, query.person);
  const message = send(telegram, person, result, choice);
  const { inlineMessageId } = message;
  if (inlineMessageId !== undefined) telegram.inlineMessages.set(inlineMessageId, message);
  tellBot(telegram, message);
  if (!telegram.inlineMode.feedback) return message;
  const chosen = {
    result_id: result.id,
    from: personJson(person),
    query: query.query,
    ...(inlineMessageId !== undefined && { inline_message_id: inlineMessageId }),
  };
  telegram.updates.push("chosen_inline_result", chosen, `inline ${query.person}`);
  return message;
}

function send(
  telegram: Telegram,
  person: PersonState,
  { content, keyboard }: InlineResult,
  { chat: chatId, threadId }: InlineChoice,
): Message {
  const chat = placeById(telegram, chatId);
  const shut = threadId !== undefined && isShut(chat, person, threadId);
  if (shut || !mayPost(chat, person))
    throw new WorldError(`${person.firstName} may not post there`);
  return post(telegram, {
    chat,
    sender: chat.kind === "channel" ? { type: "channel" } : { type: "person", person },
    content,
    viaBot: true,
    ...(threadId !== undefined && { threadId }),
    ...(keyboard !== undefined && { keyboard, inlineMessageId: randomUUID().replaceAll("-", "") }),
  });
}
