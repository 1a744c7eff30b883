import type { Day } from "../domain/time/dates.ts";
import type { Edition } from "../domain/edition.ts";
import { formsOf, wordsOf } from "../domain/words.ts";
import { isCommon } from "./common-words.ts";
import { readSince, type Today } from "./since.ts";
import { topicIndex } from "./topics.ts";

/** What somebody looks for. */
export interface Query {
  /** Each word by its forms, as it was typed first; without words, all that the filters let pass. */
  readonly words: readonly (readonly string[])[];
  /** Ids; any of them will do. */
  readonly topics?: readonly string[];
  /** Ids; any of them will do. */
  readonly sources?: readonly string[];
  /** Stories that end on it or later. */
  readonly since?: Day;
}

export type Filter = "topic" | "source" | "since";

export type ReadQuery =
  | { readonly type: "query"; readonly query: Query }
  /** Neither words nor filters. */
  | { readonly type: "empty" }
  /** A filter whose value names nothing; the value may be empty. */
  | { readonly type: "bad"; readonly filter: Filter; readonly value: string };

/** UTF-16 units of a query that are read. */
const longestQuery = 500;
/** Words that are looked up: more of them find nothing that these do not. */
const mostWords = 8;

const names: Readonly<Record<string, Filter>> = {
  topic: "topic",
  source: "source",
  since: "since",
  موضوع: "topic",
  الموضوع: "topic",
  مصدر: "source",
  المصدر: "source",
  منذ: "since",
};

const filter = new RegExp(
  String.raw`(?<![^\s])(${Object.keys(names).join("|")}):\s*(?:"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S*))`,
  "giu",
);

/** Reads words and filters: `douma topic:ghouta`, «دوما منذ:2018-02 مصدر:"الدفاع المدني"». */
export function readQuery(text: string, edition: Edition, today: Today): ReadQuery {
  const short = text.slice(0, longestQuery).replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, "");
  let query: Query = { words: lookedUp(short.replace(filter, " ")) };
  for (const [, name = "", ...values] of short.matchAll(filter)) {
    const found = names[name.toLowerCase()] ?? "topic";
    const value = values.find((one) => one !== undefined)?.trim() ?? "";
    const read = readers[found](value, edition, today);
    if (read === undefined) return { type: "bad", filter: found, value };
    query = both(query, read);
  }
  const { words, ...filters } = query;
  const isEmpty = words.length === 0 && Object.keys(filters).length === 0;
  return isEmpty ? { type: "empty" } : { type: "query", query };
}

function lookedUp(text: string): Query["words"] {
  const words = wordsOf(text).filter(({ forms: [typed = ""] }) => !isCommon(typed));
  const byWord = new Map(words.map(({ forms }) => [forms[0], forms]));
  return [...byWord.values()].slice(0, mostWords);
}

/** A filter that is there twice lets pass what either does; of two days the later one counts. */
function both(query: Query, more: Partial<Query>): Query {
  const topics = [...(query.topics ?? []), ...(more.topics ?? [])];
  const sources = [...(query.sources ?? []), ...(more.sources ?? [])];
  const days = [query.since, more.since].filter((day) => day !== undefined);
  const since = days.toSorted((a, b) => (a < b ? 1 : -1))[0];
  return {
    words: query.words,
    ...(topics.length > 0 && { topics }),
    ...(sources.length > 0 && { sources }),
    ...(since !== undefined && { since }),
  };
}

type Reader = (value: string, edition: Edition, today: Today) => Partial<Query> | undefined;

const readers: Readonly<Record<Filter, Reader>> = {
  topic(value, edition) {
    const [topic] = topicIndex(edition).named(value.replaceAll("_", " "));
    const id = edition.topics.has(value.toLowerCase()) ? value.toLowerCase() : topic;
    return id === undefined ? undefined : { topics: [id] };
  },
  source(value, edition) {
    const sources = sourcesNamed(value, edition);
    return sources.length === 0 ? undefined : { sources };
  },
  since(value, _edition, today) {
    const since = readSince(value, today);
    return since === undefined ? undefined : { since };
  },
};

/** The source of that id, or those whose names have all the words. */
function sourcesNamed(value: string, { sources }: Edition): readonly string[] {
  const id = value.toLowerCase();
  if (sources.has(id)) return [id];
  const asked = formsOf(value.replaceAll("_", " "));
  if (asked.length === 0) return [];
  const isNamed = (name: string): boolean => {
    const parts = new Set(wordsOf(name).flatMap(({ forms }) => forms));
    return wordsOf(value.replaceAll("_", " ")).every(({ forms }) =>
      forms.some((form) => parts.has(form)),
    );
  };
  return [...sources.values()]
    .filter(({ name }) => isNamed(name.ar) || isNamed(name.en))
    .map((source) => source.id);
}
