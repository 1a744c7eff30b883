import { monitorEventLoopDelay } from "node:perf_hooks";
import { readQuery } from "../../src/search/query.ts";
import { createStorySearch, type StorySearch } from "../../src/search/stories.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { anEdition } from "../builders.ts";
import { manyStories } from "./many-stories.ts";

export interface SearchBench {
  readonly readySeconds: number;
  readonly longestBlock: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly hostile: number;
  readonly reloadMilliseconds: number;
  readonly megabytes: number;
}

const today = { now: new Date("2026-11-22T07:00:00Z"), zone: "Asia/Damascus" };
const changed = 10;

/** What people type: one word to four, whole, begun or misspelt, with filters or without. */
function queriesOf({ stories }: Edition): readonly string[] {
  return [...stories.values()]
    .filter((_, index) => index % Math.ceil(stories.size / 250) === 0)
    .flatMap(({ headline, excerpt, place }, index) => {
      const [, , , , ...words] = headline.en.split(" ");
      const [first = "", second = ""] = words;
      const [arabic = "", next = ""] = excerpt.ar.split(" ").slice(8);
      return [
        `${place.ar} ${arabic}`,
        `${arabic} ${next}`,
        first.slice(0, 4),
        `${first} ${second} topic:topic${index % 20}`,
        `${first.slice(0, 2)}x${first.slice(3)}`,
        place.en,
        `${place.ar} منذ:2018`,
        "غارات مدنيون",
      ];
    });
}

const hostile: readonly string[] = [
  "a",
  "ا",
  "ba",
  "x".repeat(4096),
  "ا".repeat(4096),
  "با تر سو قي مد لا رو ني حص ".repeat(60),
  "civilians strikes killed killd civilian strike air on ".repeat(60),
  ".*+?^${}()|[]\\ (a+)+$ ".repeat(150),
];

export async function measureSearch(count: number): Promise<SearchBench> {
  const stories = manyStories(count);
  const edition = anEdition({ stories });
  const before = usedMegabytes();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  const search = createStorySearch();
  await search.follow(edition);
  const readySeconds = (performance.now() - began) / 1000;
  delay.disable();
  const megabytes = usedMegabytes() - before;
  const times = await timesOf(search, edition, queriesOf(edition));
  const worst = await timesOf(search, edition, hostile);
  const edited = stories.map((story, index) =>
    index < changed ? { ...story, headline: { ar: "تصحيح", en: "Corrected" } } : story,
  );
  const reloading = performance.now();
  await search.follow({ ...edition, stories: new Map(edited.map((story) => [story.id, story])) });
  return {
    readySeconds,
    longestBlock: delay.max / 1e6,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    hostile: Math.max(...worst),
    reloadMilliseconds: performance.now() - reloading,
    megabytes,
  };
}

async function timesOf(
  search: StorySearch,
  edition: Edition,
  queries: readonly string[],
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of queries) {
    const began = performance.now();
    const read = readQuery(text, edition, today);
    if (read.type === "query") await search.find(read.query, edition);
    times.push(performance.now() - began);
  }
  return times;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}
