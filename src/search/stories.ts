import MiniSearch, { type Query as Tree, type SearchOptions, type SearchResult } from "minisearch";
import { latestStories, type Edition } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import { wordsOf } from "../domain/words.ts";
import { isCommon } from "./common-words.ts";
import { documentOf, fields, isSame, sourcesOf, textOf, type Document } from "./document.ts";
import type { Query } from "./query.ts";
import { rank } from "./rank.ts";

/** What a query found. */
export interface Found {
  /** Best first; the newest first among those that are equally good. */
  readonly stories: readonly Story[];
  /** The words of the stories that answer, as `formsOf` writes them. */
  readonly terms: ReadonlySet<string>;
  /**
   * `whole`: every word, or one that begins with it. `alike`: where nothing had them all, words
   * that are written much the same. `some`: not even so, but some of the words.
   */
  readonly by: "whole" | "alike" | "some";
}

/** Finds stories by their words, in whichever language they were typed. */
export interface StorySearch {
  /**
   * Takes a new edition into the index: only what changed, in slices that leave the event loop
   * free. Settles when it is taken in, or when a newer one is to be taken in instead.
   */
  readonly follow: (edition: Edition) => Promise<void>;
  /**
   * The stories of this edition that answer; none that is withdrawn. Waits for the first edition
   * that was given to be taken in.
   */
  readonly find: (query: Query, edition: Edition) => Promise<Found>;
}

/** Milliseconds that the index is worked on at a time. */
const slice = 8;

export function createStorySearch(): StorySearch {
  const index = createIndex();
  const documents = new Map<string, Document>();
  let newest: Edition | undefined;
  let working = Promise.resolve();
  let first: Promise<void> | undefined;

  function put(document: Document): void {
    const known = documents.get(document.id);
    if (known !== undefined && isSame(known, document)) return;
    if (known !== undefined) index.remove(known);
    index.add(document);
    documents.set(document.id, document);
  }

  function drop(document: Document): void {
    index.remove(document);
    documents.delete(document.id);
  }

  async function take(edition: Edition): Promise<void> {
    const told = new Map(latestStories(edition).map((story) => [story.id, story]));
    const gone = [...documents.values()].filter(({ id }) => !told.has(id));
    const isWanted = (): boolean => edition === newest;
    await inSlices(gone, drop, isWanted);
    await inSlices([...told.values()], (story) => put(documentOf(story, edition)), isWanted);
  }

  return {
    follow(edition) {
      newest = edition;
      working = working.then(() => take(edition));
      first ??= working;
      return working;
    },
    async find(query, edition) {
      await first;
      return findIn(index, query, edition);
    },
  };
}

async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  isWanted: () => boolean,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began > slice) {
      await new Promise((resolve) => setImmediate(resolve));
      if (!isWanted()) return;
      began = performance.now();
    }
    work(item);
  }
}

function createIndex(): MiniSearch<Document> {
  const terms = termReader();
  return new MiniSearch<Document>({
    fields: [...fields],
    extractField: (document, name) => {
      const field = fields.find((one) => one === name);
      return field === undefined ? document.id : textOf(document, field);
    },
    tokenize: terms,
    processTerm: (term) => term,
    autoVacuum: false,
  });
}

/** Stretches of a text that are remembered: a newsroom's stories say most words again and again. */
const mostKnown = 50_000;

/** Reads the terms of a text; what stands between spaces is read once and remembered. */
function termReader(): (text: string) => string[] {
  const known = new Map<string, readonly string[]>();
  const read = (part: string): readonly string[] => {
    const before = known.get(part);
    if (before !== undefined) return before;
    const terms = wordsOf(part).flatMap(({ forms }) => forms.filter((form) => !isCommon(form)));
    if (known.size >= mostKnown) known.clear();
    known.set(part, terms);
    return terms;
  };
  return (text) => text.split(/\s+/).flatMap(read);
}

/** A typed word may be a beginning of one from so many letters on. */
const shortestBeginning = 2;

const whole: SearchOptions = {
  prefix: (term) => term.length >= shortestBeginning,
};

const alike: SearchOptions = {
  ...whole,
  fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
};

const ways = [
  { by: "whole", options: whole, combineWith: "AND" },
  { by: "alike", options: alike, combineWith: "AND" },
  { by: "some", options: alike, combineWith: "OR" },
] as const;

function findIn(index: MiniSearch<Document>, query: Query, edition: Edition): Found {
  const isAsked = filterOf(query);
  if (query.words.length === 0) {
    return { stories: latestStories(edition).filter(isAsked), terms: new Set(), by: "whole" };
  }
  for (const { by, options, combineWith } of ways) {
    const results = index.search(treeOf(query, combineWith), { ...options, tokenize: asIs });
    const found = ranked(results, query, edition, isAsked);
    if (found.stories.length > 0) return { ...found, by };
  }
  return { stories: [], terms: new Set(), by: "some" };
}

function asIs(text: string): string[] {
  return [text];
}

/** The words together, each in any of its forms. */
function treeOf({ words }: Query, combineWith: "AND" | "OR"): Tree {
  return {
    combineWith,
    queries: words.map((forms) => ({ combineWith: "OR", queries: [...forms] })),
  };
}

function filterOf({ topic, sources, since }: Query): (story: Story) => boolean {
  return (story) =>
    (topic === undefined || story.topic === topic || story.also.includes(topic)) &&
    (since === undefined || story.date.to >= since) &&
    (sources === undefined || sourcesOf(story).some((id) => sources.includes(id)));
}

const places = new WeakMap<Edition, ReadonlyMap<string, number>>();

/** Where each story that is told stands in an edition, the newest first. */
function placesOf(edition: Edition): ReadonlyMap<string, number> {
  const known = places.get(edition);
  if (known !== undefined) return known;
  const made = new Map(latestStories(edition).map(({ id }, place) => [id, place]));
  places.set(edition, made);
  return made;
}

function ranked(
  results: readonly SearchResult[],
  { words }: Query,
  edition: Edition,
  isAsked: (story: Story) => boolean,
): Omit<Found, "by"> {
  const order = placesOf(edition);
  const terms = new Set<string>();
  const rated = results.flatMap((result) => {
    const place = order.get(String(result.id));
    const story = edition.stories.get(String(result.id));
    if (place === undefined || story === undefined || !isAsked(story)) return [];
    for (const term of result.terms) terms.add(term);
    return [{ story, place, score: rank(result, words) }];
  });
  const stories = rated
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .map(({ story }) => story);
  return { stories, terms };
}
