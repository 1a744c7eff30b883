import { describe, expect, it } from "vitest";
import { readQuery } from "../../src/search/query.ts";
import { aSource, aStory, aTopic, anEdition } from "../builders.ts";

const edition = anEdition({
  stories: [aStory()],
  topics: [aTopic({ aliases: ["الغوطة", "eastern_ghouta"] })],
  sources: [
    aSource(),
    aSource({ id: "civdef", name: { ar: "الدفاع المدني", en: "the Civil Defence" } }),
  ],
});
const today = { now: new Date("2026-11-22T22:30:00Z"), zone: "Asia/Damascus" };

function read(text: string) {
  return readQuery(text, edition, today);
}

function filtersOf(text: string) {
  const found = read(text);
  if (found.type !== "query") return found;
  const { words, ...filters } = found.query;
  return { ...filters, words: words.map(([typed]) => typed) };
}

describe("a query", () => {
  it.each([
    ["Douma", { words: ["douma"] }],
    ["دوما topic:ghouta", { words: ["دوما"], topics: ["ghouta"] }],
    ["دوما موضوع:الغوطه", { words: ["دوما"], topics: ["ghouta"] }],
    ['topic:"Eastern Ghouta" x', { words: ["x"], topics: ["ghouta"] }],
    ["topic:eastern_ghouta", { words: [], topics: ["ghouta"] }],
    ["مصدر:«الدفاع المدني» دوما", { words: ["دوما"], sources: ["civdef"] }],
    ["source:SOHR", { words: [], sources: ["sohr"] }],
    ["source:observatory", { words: [], sources: ["sohr"] }],
    ["مصدر: المرصد", { words: [], sources: ["sohr"] }],
    ["since:2018", { words: [], since: "2018-01-01" }],
    ["منذ:٢٠١٨-٠٢", { words: [], since: "2018-02-01" }],
    ["since:2018-02-07", { words: [], since: "2018-02-07" }],
    ["منذ:2018/2/7 دوما", { words: ["دوما"], since: "2018-02-07" }],
    ["since:7d", { words: [], since: "2026-11-16" }],
    [
      "topic:ghouta topic:ghouta source:SOHR source:civdef",
      { words: [], topics: ["ghouta", "ghouta"], sources: ["sohr", "civdef"] },
    ],
    ["since:2018 since:2018-02", { words: [], since: "2018-02-01" }],
    ["Douma DOUMA douma", { words: ["douma"] }],
    ["the strikes on Douma", { words: ["strikes", "douma"] }],
  ])("«%s» is read", (text, expected) => {
    expect(filtersOf(text)).toEqual(expected);
  });

  it.each([
    ["topic:nothing", "topic", "nothing"],
    ["موضوع:", "topic", ""],
    ["source:???", "source", "???"],
    ["since:yesterday", "since", "yesterday"],
    ["منذ:2018-02-30", "since", "2018-02-30"],
    ["since:2018-13", "since", "2018-13"],
  ])("«%s» has a filter that names nothing", (text, filter, value) => {
    expect(read(text)).toEqual({ type: "bad", filter, value });
  });

  it.each(["", "  ", "؟", "the of", "..."])("«%s» asks for nothing", (text) => {
    expect(read(text)).toEqual({ type: "empty" });
  });

  it("of 500 words is cut to what finds something", () => {
    const words = Array.from({ length: 500 }, (_, index) => `word${index}`).join(" ");
    expect(filtersOf(words)).toMatchObject({ words: { length: 8 } });
  });
});
