import { renderResults, sayQuery } from "../../rendering/search/results.ts";
import { fitsButton } from "../../rendering/message/press-data.ts";
import type { Press } from "../../rendering/message/press.ts";
import { asOneRun } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import { readQuery, type Query, type ReadQuery } from "../../search/query.ts";
import type { Found } from "../../search/stories.ts";
import { topicIndex } from "../../search/topics.ts";
import { findSearch, keepSearch } from "../../store/searches.ts";
import { wordingOf, type Command } from "../command.ts";
import { pageKeyboard, pageOf } from "../pages.ts";
import { editInto, outOfDate, sendAll, text } from "../replies.ts";
import type { Reply, Request } from "../request.ts";
import { answerStory } from "../story/story.ts";
import { topicButtons } from "../topics/topics.ts";

export const search: Command = {
  name: "search",
  access: "read",
  run: (request, argument) => answerSearch(request, argument.trim()),
};

const pageSize = 5;
const mostTopics = 4;

/** UTF-16 units of a search that are kept: no more of it is read. */
const longest = 500;

type Pressed = Extract<Press, { readonly type: "search" }>;
type Bad = Extract<ReadQuery, { readonly type: "bad" }>;

function read(request: Request, words: string): ReadQuery {
  return readQuery(words, request.edition, { now: request.now, zone: request.defaultZone });
}

async function answerSearch(request: Request, words: string): Promise<readonly Reply[]> {
  const id = words.toLowerCase();
  if (request.edition.stories.has(id)) return answerStory(request, id);
  const asked = read(request, words);
  if (asked.type === "empty") return sendAll([text(usage(request))]);
  if (asked.type === "bad") return sendAll([text(explain(request, asked))]);
  const found = await request.search.find(asked.query, request.edition);
  return found.stories.length === 0
    ? nothing(request, words, asked.query)
    : listFound(request, words, found);
}

/**
 * Stories that have every word of a text, where there are any: what somebody wrote without a
 * command may be about a story.
 */
export async function searchWords(
  request: Request,
  words: string,
): Promise<readonly Reply[] | undefined> {
  const asked = read(request, words);
  if (asked.type !== "query") return undefined;
  const found = await request.search.find(asked.query, request.edition);
  const isGood = found.by === "whole" && found.stories.length > 0;
  return isGood ? listFound(request, words, found) : undefined;
}

/** A page of a search, as the stories are now. */
export async function turnSearch(request: Request, pressed: Pressed): Promise<readonly Reply[]> {
  const words = "query" in pressed ? pressed.query : await findSearch(request.db, pressed.key);
  const asked = words === undefined ? undefined : read(request, words);
  if (words === undefined || asked?.type !== "query") return [outOfDate(request)];
  const found = await request.search.find(asked.query, request.edition);
  return found.stories.length === 0
    ? [outOfDate(request)]
    : listFound(request, words, found, pressed.page);
}

async function listFound(
  request: Request,
  words: string,
  { stories, terms, by }: Found,
  page?: number,
): Promise<readonly Reply[]> {
  const query = kept(words);
  const shown = pageOf(stories, page ?? 0, pageSize);
  const results = { query, stories: shown.items, count: stories.length, terms, by };
  const messages = renderResults(results, request.printing, request);
  const to = shown.pages > 1 ? await pressOf(request, query) : undefined;
  const keyboard = to === undefined ? [] : pageKeyboard(wordingOf(request), shown, to);
  return page === undefined ? sendAll(messages, keyboard) : editInto(messages, keyboard);
}

/** A search as a button or the store keeps it: signs that no word is made of are gone. */
function kept(words: string): string {
  const short = words
    .slice(0, longest)
    .toWellFormed()
    .replace(/\p{Cf}/gu, "");
  return short.replace(/[.\p{C}\p{Z}]+/gu, " ").trim();
}

/** A short search is in its buttons; a long one in the store. */
async function pressOf(request: Request, query: string): Promise<(page: number) => Press> {
  const short = (page: number): Press => ({ type: "search", query, page });
  if (fitsButton(short(99_999))) return short;
  const key = await keepSearch(request.db, query, request.now);
  return (page) => ({ type: "search", key, page });
}

function usage(request: Request) {
  const [topic] = request.edition.topics.values();
  const wording = wordingOf(request);
  const example = asOneRun(`/search ${topic?.title[wording] ?? "Ghouta"}`);
  return say(wording, "search:usage", { example });
}

function explain(request: Request, { filter, value }: Bad) {
  const wording = wordingOf(request);
  const args = { value: sayQuery(value === "" ? `${filter}:` : value) };
  return say(wording, `search:expected.${filter}`, args);
}

function nothing(request: Request, words: string, query: Query): readonly Reply[] {
  const named = query.words.map(([typed = ""]) => typed).join(" ");
  const nearest = topicIndex(request.edition).nearest(named, mostTopics);
  const said = say(wordingOf(request), "search:none", { query: sayQuery(words) });
  const topics = nearest.length === 0 ? undefined : nearest;
  return sendAll([text(said, topicButtons(request, topics))]);
}
