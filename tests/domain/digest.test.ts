import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDigest } from "../../src/domain/digest.ts";
import type { Digest, News } from "../../src/domain/digest.ts";
import type { Story } from "../../src/domain/story.ts";
import { aStory, aTopic, anEdition } from "../builders.ts";

function news(story: string, given: Partial<News> = {}): News {
  return { story, revision: 1, told: "new", ...given };
}

function aStoryOn(day: number, given: Partial<Story> & { readonly id: string }): Story {
  const date = `2018-02-${String(day).padStart(2, "0")}`;
  return aStory({ date: { from: date, to: date }, ...given });
}

/** Topic and stories, group by group. */
function outline({ groups }: Digest): Record<string, string[]> {
  return Object.fromEntries(
    groups.map(({ topic, stories }) => [topic.id, stories.map(({ story }) => story.id)]),
  );
}

const stories = [
  aStoryOn(1, { id: "ghta0001", topic: "ghouta", also: ["strikes"] }),
  aStoryOn(2, { id: "ghta0002", topic: "ghouta" }),
  aStoryOn(3, { id: "brrl0003", topic: "barrelbombs", also: ["unknown", "strikes", "ghouta"] }),
  aStoryOn(4, {
    id: "gone0004",
    topic: "ghouta",
    withdrawn: { at: "2018-02-05", note: { ar: "خطأ", en: "An error" } },
  }),
];
const edition = anEdition({ stories, topics: [aTopic({ id: "strikes" })] });
const all = [...stories.map(({ id }) => news(id)), news("lost9999")];

function under(...topics: string[]): Record<string, string[]> {
  return outline(composeDigest(edition, { news: all, topics }));
}

describe("a digest", () => {
  it("groups the news by topic, newest first, without withdrawn and unknown stories", () => {
    const digest = composeDigest(edition, { news: all, topics: [] });
    expect(outline(digest)).toEqual({
      barrelbombs: ["brrl0003"],
      ghouta: ["ghta0002", "ghta0001"],
    });
    expect(digest).toMatchObject({ more: 0, total: 3 });
  });

  it("tells a story under the first chosen topic that it belongs to, and once", () => {
    expect(under("ghouta", "strikes")).toEqual({
      ghouta: ["ghta0002", "ghta0001"],
      strikes: ["brrl0003"],
    });
    expect(under("strikes")).toEqual({ strikes: ["brrl0003", "ghta0001"] });
    expect(under("vanished")).toEqual({});
  });

  it("tells a story that changed twice at its last revision, new where its first is among them", () => {
    const changed = [
      news("ghta0001", { revision: 2, told: "updated" }),
      news("ghta0001", { revision: 1 }),
      news("ghta0002", { revision: 5, told: "updated" }),
      news("ghta0002", { revision: 4, told: "updated" }),
    ];
    const [group] = composeDigest(edition, { news: changed, topics: [] }).groups;
    expect(group?.stories).toMatchObject([
      { revision: 5, told: "updated" },
      { revision: 2, told: "new" },
    ]);
  });

  it("tells a story as corrected where any of its changes was a correction", () => {
    const changed = [
      news("ghta0001", { revision: 3, told: "updated" }),
      news("ghta0001", { revision: 2, told: "corrected" }),
    ];
    const [group] = composeDigest(edition, { news: changed, topics: [] }).groups;
    expect(group?.stories).toMatchObject([{ revision: 3, told: "corrected" }]);
  });

  it("leaves out what an alert told, and tells as an update what changed after it", () => {
    const changed = [...all, news("ghta0002", { revision: 2, told: "updated" })];
    const without = new Map([
      ["ghta0001", 1],
      ["ghta0002", 1],
    ]);
    const digest = composeDigest(edition, { news: changed, topics: ["ghouta"], without });
    expect(digest).toMatchObject({
      groups: [{ stories: [{ story: { id: "brrl0003" } }, { story: { id: "ghta0002" } }] }],
      total: 2,
    });
    expect(digest.groups[0]?.stories[1]).toMatchObject({ revision: 2, told: "updated" });
  });

  it("spreads its places over the topics, breaking stories first, then newer ones", () => {
    const many = [
      ...Array.from({ length: 20 }, (_, day) =>
        aStoryOn(day + 5, { id: `ghta${String(day + 5).padStart(4, "0")}`, topic: "ghouta" }),
      ),
      aStoryOn(1, { id: "ghta0001", topic: "ghouta", breaking: true }),
      aStoryOn(2, { id: "brrl0002", topic: "barrelbombs" }),
      aStoryOn(3, { id: "brrl0003", topic: "barrelbombs" }),
    ];
    const digest = composeDigest(anEdition({ stories: many }), {
      news: many.map(({ id }) => news(id)),
      topics: [],
      most: 5,
    });
    expect(outline(digest)).toEqual({
      barrelbombs: ["brrl0003", "brrl0002"],
      ghouta: ["ghta0024", "ghta0023", "ghta0001"],
    });
    expect(digest).toMatchObject({ more: 18, total: 23 });
  });

  it("counts what it does not tell, whatever the news and the topics", () => {
    const topics = ["ghouta", "strikes", "barrelbombs", "summit"];
    const story = fc.record({
      topic: fc.constantFrom(...topics),
      also: fc.uniqueArray(fc.constantFrom(...topics), { maxLength: 3 }),
      day: fc.integer({ min: 1, max: 28 }),
      breaking: fc.boolean(),
      isNews: fc.boolean(),
    });
    const stories = fc.array(story, { maxLength: 30 }).map((all) =>
      all.map(({ day, ...given }, index) => ({
        ...aStoryOn(day, { id: `story${String(index)}`, ...given }),
        isNews: given.isNews,
      })),
    );
    fc.assert(
      fc.property(stories, fc.subarray(topics), fc.nat(12), (stories, chosen, most) => {
        const wanted = stories.filter(
          ({ isNews, topic, also }) =>
            isNews && (chosen.length === 0 || [topic, ...also].some((id) => chosen.includes(id))),
        );
        const selection = {
          news: stories.filter(({ isNews }) => isNews).map(({ id }) => news(id)),
          topics: chosen,
        };
        const edition = anEdition({ stories });
        const digest = composeDigest(edition, { ...selection, most });
        const told = digest.groups.flatMap(({ stories }) => stories.map(({ story }) => story.id));
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBe(Math.min(most, wanted.length));
        expect([digest.total, digest.more]).toEqual([wanted.length, wanted.length - told.length]);
        const whole = composeDigest(edition, { ...selection, most: Infinity });
        const ids = whole.groups.flatMap(({ stories }) => stories.map(({ story }) => story.id));
        expect(ids.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});
