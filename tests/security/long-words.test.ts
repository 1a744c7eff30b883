import { describe, expect, it } from "vitest";
import { normalise } from "../../src/domain/normalise.ts";
import { readTypedTime } from "../../src/domain/time/typed-time.ts";
import { wordsOf } from "../../src/domain/words.ts";
import { redact } from "../../src/log.ts";
import { decodePress } from "../../src/rendering/message/press-data.ts";
import { clean, isolateForeign } from "../../src/rendering/text/bidi.ts";
import { asOneRun, prose } from "../../src/rendering/text/html.ts";
import { readQuery } from "../../src/search/query.ts";
import { topicIndex } from "../../src/search/topics.ts";
import { stripInvisible } from "../../src/telegram/answering/clean.ts";
import { anEdition } from "../builders.ts";
import { hostileTexts } from "../extraction/hostile.ts";

const edition = anEdition();
const today = { now: new Date("2026-11-22T07:00:00Z"), zone: "UTC" };

/** What reads words of people, or of pages that they send. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  stripInvisible,
  normalise,
  words: (text) => wordsOf(text.slice(0, 30_000)),
  clean,
  redact,
  decodePress,
  asOneRun,
  times: (text) => readTypedTime(text.slice(0, 30_000)),
  topics: (text) => topicIndex(edition).named(text),
  query: (text) => readQuery(text, edition, today),
  arabic: (text) => isolateForeign(text, "ar"),
  english: (text) => prose(text, "en"),
};

function textsOf(size: number): readonly string[] {
  const of = (part: string): string => part.repeat(Math.ceil(size / part.length));
  const more = [
    "\u0301\u0316",
    "\u200d",
    "\u2068",
    "\ud800",
    "aا",
    "1,",
    "1-",
    "/bot1:",
    "1%",
    'topic:"',
  ];
  return [...Object.values(hostileTexts(size)), ...more.map(of)];
}

describe("a hundred thousand signs", () => {
  // What took a time that grows with the square took minutes.
  const texts = textsOf(100_000);

  it.each(Object.entries(readers))("are read in a time that grows as they do: %s", (_, read) => {
    for (const text of texts) expect(() => read(text)).not.toThrow();
  });
});

describe("marks that are stacked on a letter", () => {
  it("stay as far as anybody could read them", () => {
    const name = "e\u0301\u0316\u0302";
    expect(clean(name)).toBe(name.normalize("NFC"));
    expect(clean(`a${"\u0316".repeat(1000)}b`)).toBe(`a${"\u0316".repeat(30)}b`);
  });
});
