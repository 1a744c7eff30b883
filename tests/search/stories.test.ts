import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition } from "../../src/domain/edition.ts";
import type { Story } from "../../src/domain/story.ts";
import { readQuery } from "../../src/search/query.ts";
import { createStorySearch, type StorySearch } from "../../src/search/stories.ts";
import { aSource, aStory, aTopic, anEdition } from "../builders.ts";
import { fuzzRuns } from "../fuzz-runs.ts";

const today = { now: new Date("2026-11-22T07:00:00Z"), zone: "Asia/Damascus" };

function dated(id: string, day: string, given: Partial<Story> = {}): Story {
  return aStory({ id, date: { from: day, to: day }, ...given });
}

const edition = anEdition({
  topics: [
    aTopic({ aliases: ["الغوطة"] }),
    aTopic({
      id: "chlorine",
      title: { ar: "الكلور", en: "Chlorine" },
      about: { ar: "هجمات", en: "Attacks" },
      aliases: ["غاز"],
    }),
  ],
  sources: [aSource({ id: "who", name: { ar: "منظمة الصحة", en: "the Health Agency" } })],
  stories: [
    dated("douma01", "2018-02-07", {
      headline: { ar: "غارات على دُومـا", en: "Raids on the town" },
      place: { ar: "دوما", en: "Douma" },
    }),
    dated("excer01", "2018-02-09", {
      headline: { ar: "قصف مدفعي", en: "Shelling at dawn" },
      place: { ar: "ريف دمشق", en: "Rural Damascus" },
      excerpt: {
        ar: "طال القصف بلدات بينها دوما وحرستا، وأصيب بالغ واحد، وقال والي المدينة ذلك.",
        en: "Shelling hit towns, among them Douma's outskirts; the café closed and 38 families left.",
      },
    }),
    dated("older01", "2018-02-01", {
      headline: { ar: "غارات سابقة", en: "Earlier raids" },
      place: { ar: "دوما", en: "Douma" },
    }),
    dated("gas0001", "2018-02-04", {
      topic: "chlorine",
      headline: { ar: "رائحة في سراقب", en: "A smell in Saraqeb" },
      place: { ar: "سراقب", en: "Saraqeb" },
      excerpt: { ar: "أُسعف عدد من السكان إلى المشفى في المساء.", en: "Residents were taken in." },
      sources: ["who"],
      figures: [],
    }),
    dated("gone001", "2018-02-10", {
      headline: { ar: "خبر مسحوب", en: "Withdrawn story" },
      withdrawn: { at: "2018-02-11", note: { ar: "سحب", en: "Withdrawn" } },
    }),
  ],
});

async function searchOf(of: Edition): Promise<StorySearch> {
  const search = createStorySearch();
  await search.follow(of);
  return search;
}

async function found(search: StorySearch, of: Edition, text: string): Promise<readonly string[]> {
  const read = readQuery(text, of, today);
  if (read.type !== "query") return [];
  return (await search.find(read.query, of)).stories.map(({ id }) => id);
}

const search = await searchOf(edition);
const find = (text: string) => found(search, edition, text);

describe("a story is found", () => {
  it.each([
    ["سَرَاقِب", "gas0001"],
    ["ســراقب", "gas0001"],
    ["Saraqeb", "gas0001"],
    ["saraq", "gas0001"],
    ["saraqib", "gas0001"],
    ["الغوطه", "douma01"],
    ["والغوطة", "douma01"],
    ["للغوطة", "douma01"],
    ["غاز", "gas0001"],
    ["Chlorine", "gas0001"],
    ["منظمه الصحه", "gas0001"],
    ["بالغ", "excer01"],
    ["والي", "excer01"],
    ["حرستا", "excer01"],
    ["cafe", "excer01"],
    ["٣٨", "excer01"],
    ["family", "excer01"],
    ["smells in saraqeb", "gas0001"],
    ["المشفي", "gas0001"],
  ])("by «%s»", async (text, id) => {
    expect(await find(text)).toContain(id);
  });

  it("by its name in the other language", async () => {
    expect(await find("Douma")).toEqual(await find("دوما"));
  });

  it("not when it is withdrawn", async () => {
    expect(await find("مسحوب")).not.toContain("gone001");
    expect(await find("topic:ghouta")).not.toContain("gone001");
  });

  it("not by what nobody wrote", async () => {
    expect(await find("xyzzy")).toEqual([]);
  });
});

it("a headline goes before a place, a place before an excerpt, the newest before its equals", async () => {
  expect(await find("دوما")).toEqual(["douma01", "older01", "excer01"]);
});

it("filters leave out what they say", async () => {
  expect(await find("Douma since:2018-02-05")).toEqual(["douma01", "excer01"]);
  expect(await find("since:2018-02-04 topic:chlorine")).toEqual(["gas0001"]);
  expect(await find("source:who")).toEqual(["gas0001"]);
});

it("what only some words find is said to be that", async () => {
  const read = readQuery("saraqeb xyzzy", edition, today);
  if (read.type !== "query") throw new Error("expected a query");
  expect(await search.find(read.query, edition)).toMatchObject({ by: "some" });
});

it("a search waits for the first index", async () => {
  const fresh = createStorySearch();
  void fresh.follow(edition);
  expect(await found(fresh, edition, "Saraqeb")).toEqual(["gas0001"]);
});

const words = ["دوما", "Douma", "غارات", "raids", "حرستا", "بالغوطة", "children", "٣٨", "town"];
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 });
const story = fc.record({
  id: fc.integer({ min: 0, max: 9 }),
  day: fc.integer({ min: 1, max: 9 }),
  topic: fc.constantFrom("ghouta", "chlorine"),
  ar: text,
  en: text,
  isWithdrawn: fc.boolean(),
});
const oneEdition = fc
  .record({
    stories: fc.uniqueArray(story, { selector: ({ id }) => id, maxLength: 8 }),
    alias: fc.constantFrom("غاز", "حرستا"),
  })
  .map(({ stories, alias }) =>
    anEdition({
      topics: [aTopic(), aTopic({ id: "chlorine", aliases: [alias] })],
      stories: stories.map(({ id, day, topic, ar, en, isWithdrawn }) =>
        dated(`story${id}`, `2018-02-0${day}`, {
          topic,
          headline: { ar: ar.slice(0, 2).join(" "), en: en.slice(0, 2).join(" ") },
          excerpt: { ar: ar.join(" "), en: en.join(" ") },
          ...(isWithdrawn && { withdrawn: { at: "2018-03-01", note: { ar: "س", en: "w" } } }),
        }),
      ),
    }),
  );

it("after any edits the index answers as one that is made anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(oneEdition, { minLength: 2, maxLength: 5 }), async (editions) => {
      const followed = createStorySearch();
      for (const [index, one] of editions.entries()) {
        if (index % 2 === 0) await followed.follow(one);
        else void followed.follow(one);
      }
      const last = editions.at(-1) ?? edition;
      await followed.follow(last);
      const fresh = await searchOf(last);
      for (const word of [...words, "doma", "غوطه حرستا", "topic:chlorine", "town children"]) {
        const [ours, anew] = [followed, fresh].map((one) => found(one, last, word));
        expect(await ours).toEqual(await anew);
      }
    }),
    { numRuns: fuzzRuns(60) },
  );
});

it.each([
  "a",
  "ا",
  "x".repeat(4096),
  "ا".repeat(4096),
  "(a+)+$ [".repeat(500),
  "__proto__ constructor",
])("«%.12s…» is survived", async (hostile) => {
  expect(Array.isArray(await find(hostile))).toBe(true);
});

describe("a word that is written otherwise than in the stories", () => {
  it.each([
    ["بدوما", "douma01"],
    ["لدوما", "douma01"],
    ["وبدوما", "douma01"],
    ["سر اقب", "gas0001"],
    ["ريفدمشق", "excer01"],
  ])("«%s» finds its story", async (text, id) => {
    const search = await searchOf(edition);
    expect(await found(search, edition, text)).toContain(id);
  });

  it("is what it says where a story says it so", async () => {
    const stories = [
      dated("whole01", "2018-02-07", { headline: { ar: "بلدة بصرى", en: "Busra" } }),
      dated("other01", "2018-02-07", { headline: { ar: "صرى", en: "Sara" } }),
    ];
    const own = anEdition({ stories });
    expect(await found(await searchOf(own), own, "بصرى")).toEqual(["whole01"]);
  });

  it("is of either topic where two are named", async () => {
    const search = await searchOf(edition);
    const both = await found(search, edition, "topic:ghouta topic:chlorine");
    expect(both).toContain("gas0001");
    expect(both).toContain("douma01");
  });
});
