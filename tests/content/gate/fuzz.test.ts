import * as fc from "fast-check";
import { expect, it } from "vitest";
import { complaintsAmong } from "../../../src/content/gate/between.ts";
import { storyComplaints } from "../../../src/content/gate/story.ts";
import type { Figure } from "../../../src/domain/figure.ts";
import type { Story } from "../../../src/domain/story.ts";
import { aFigure, aStory } from "../../builders.ts";
import { fuzzRuns } from "../../fuzz-runs.ts";

const pieces = fc.constantFrom(
  ..."38|٣٨|1e99|23،403|قُتل|مدنياً|أصيب|طفلان|لم يُقتل أحد|عشرات|killed|at least|civilians|no|and|of them|children|،|.|\n|\u202E|\u{1F4A5}|ـــ|«|the Observatory said".split(
    "|",
  ),
);
const text = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(" "));
const bilingual = fc.record({ ar: text, en: text });

const number = fc.integer({ min: 1, max: 1_000_000_000 });
const figures: fc.Arbitrary<Figure> = fc.record({
  id: fc.constantFrom("a", "b", "c"),
  kind: fc.constantFrom("killed", "injured", "killed_or_injured"),
  who: fc.constantFrom("civilians", "children", "persons"),
  amount: fc.oneof(
    fc.record({ type: fc.constant("count"), count: number }),
    fc.record({ type: fc.constant("range"), min: number, max: number }),
    fc.record({ type: fc.constant("vague"), word: fc.constantFrom("dozens", "several") }),
    fc.record({ type: fc.constantFrom("zero", "not_reported") }),
  ),
  qualifier: fc.constantFrom("exact", "at_least", "about", "up_to"),
  attribution: fc.constantFrom(
    { type: "none" },
    { type: "stated", source: "sohr" },
    { type: "stated", source: "snhr" },
  ),
  scope: fc.constantFrom("incident", "cumulative"),
  basis: fc.constant("total_reported"),
  status: fc.constantFrom("reported", "retracted"),
  since: fc.constantFrom("2015", "2015-09", "2015-09-30"),
  rate: fc.record({ count: number, per: fc.constantFrom("day", "week", "month") }),
  sameAs: fc.constantFrom("a", "story/b", "other/c"),
  componentOf: fc.constantFrom("a", "b"),
  quote: text,
});

const stories: fc.Arbitrary<Story> = fc
  .record({ headline: bilingual, excerpt: bilingual, figures: fc.array(figures, { maxLength: 5 }) })
  .map((given) => aStory(given));

it("whatever a story holds, the gate has whole sentences about fields that are there", () => {
  fc.assert(
    fc.property(stories, (story) => {
      const complaints = storyComplaints(story);
      const reading = {
        type: "story",
        id: story.id,
        also: [],
        quoted: [],
        figures: story.figures,
        figureIds: [],
        story,
        complaints: [],
      } as const;
      const among = complaintsAmong([
        { file: "a.yaml", topic: "ghouta", reading },
        { file: "b.yaml", topic: "ghouta", reading },
      ]);
      for (const { path, text } of [...complaints, ...among]) {
        expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/u);
        const [field = "", index = 0] = path;
        expect(Reflect.get(story, field)).toHaveProperty([index]);
      }
    }),
    { numRuns: fuzzRuns(500) },
  );
});

it("a story that its texts repeat word for word is one that they agree with", () => {
  expect(storyComplaints(aStory({ figures: [aFigure()] }))).toEqual([]);
});
