import * as fc from "fast-check";
import {
  bases,
  kinds,
  munitions,
  people,
  qualifiers,
  scopes,
  statuses,
  vagueWords,
} from "../../src/domain/figure.ts";
import { correctionReasons } from "../../src/domain/story.ts";
import type { FigureEntry } from "../../src/content/schema/figure.ts";
import type { StoryEntry } from "../../src/content/schema/story.ts";

const fragments = [
  "مدينة دوما",
  "ما لا يقل عن 427 برميلاً",
  "23،403",
  "Douma",
  "two  spaces",
  " ahead",
  "behind ",
  "- dash",
  "# hash",
  "a #b",
  "key: value",
  "colon:",
  "{ a: b }",
  "[x]",
  "&anchor *alias !tag",
  "|",
  ">-",
  "%TAG",
  "@at",
  "`tick`",
  '"quoted"',
  "'single'",
  "\\n",
  "null",
  "~",
  "true",
  "yes",
  "0x1f",
  "1e5",
  "007",
  "2018",
  "2018-02-07",
  "---",
  "...",
  "?",
  "\n",
  "\n\n",
  "\t",
  "\r",
  "\u0000",
  "\u0085",
  "\u2028",
  "\u00a0",
  "\ufeff",
  "\u200f",
  "\u2067isolate\u2069",
  "\ud800",
  "👩‍👩‍👧‍👦",
  "word ".repeat(40),
  "كلمة ".repeat(40),
  "W".repeat(150),
];

/** What YAML could take for something else, line ends, spaces, long lines, and anything at all. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...fragments), weight: 9 },
      fc.string({ unit: "binary", maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .chain((words) => fc.constantFrom(" ", "").map((space) => words.join(space)));

const bilingual = fc.record({ ar: anyText, en: anyText });
const day = fc.constantFrom("2018-02-07", "2018-02-08");
const partialDate = fc.constantFrom("2018", 2018, "2018-01", "2018-02-07");
const sourceId = fc.constantFrom("sohr", "null", "123", "0x1f", "true", "a_b");
const count = fc.integer({ min: 1, max: 1_000_000_000 });

const figure: fc.Arbitrary<FigureEntry> = fc.record(
  {
    id: fc.constantFrom("f1", "killed", "1", "null", "2_"),
    kind: fc.constantFrom(...kinds),
    who: fc.constantFrom(...people, ...munitions),
    group: bilingual,
    count,
    min: count,
    max: count,
    vague: fc.constantFrom(...vagueWords),
    zero: fc.constantFrom("asserted", "not_reported"),
    qualifier: fc.constantFrom(...qualifiers),
    source: sourceId,
    via: sourceId,
    attribution: fc.constantFrom("stated", "inferred", "none"),
    place: bilingual,
    period: fc.oneof(
      partialDate,
      fc.record({ from: partialDate, to: partialDate }),
      fc.record({ days: count }),
    ),
    since: partialDate,
    scope: fc.constantFrom(...scopes),
    basis: fc.constantFrom(...bases),
    of: fc.constantFrom("f1", "f2"),
    component_of: fc.constantFrom("f1", "f2"),
    same_as: fc.constantFrom("f1", "ghta0207/killed"),
    rate: fc.record({ count, per: fc.constantFrom("day", "week", "month") }),
    status: fc.constantFrom(...statuses),
    quote: anyText,
  },
  { requiredKeys: ["id", "kind", "who"] },
);

const link = fc.record({ url: anyText, title: bilingual });
const correction = fc.record({
  at: day,
  reason: fc.constantFrom(...correctionReasons),
  note: bilingual,
});
const flag = fc.constant(true);

/** Story files of all fields with any texts; few of them make sense. */
export const anyStory: fc.Arbitrary<StoryEntry> = fc.record(
  {
    id: fc.constantFrom("ghta0207", "1234", "12e5", "null", "true"),
    date: fc.oneof(day, fc.record({ from: day, to: day })),
    place: bilingual,
    also: fc.array(sourceId, { minLength: 1, maxLength: 3 }),
    headline: bilingual,
    excerpt: bilingual,
    figures: fc.array(figure, { maxLength: 3 }),
    sources: fc.array(sourceId, { minLength: 1, maxLength: 3 }),
    links: fc.array(link, { minLength: 1, maxLength: 2 }),
    breaking: flag,
    push: flag,
    graphic: flag,
    lead: fc.array(fc.record({ figure: fc.constantFrom("killed", "f2"), why: bilingual }), {
      minLength: 1,
      maxLength: 2,
    }),
    corrections: fc.array(correction, { minLength: 1, maxLength: 2 }),
    withdrawn: fc.record({ at: day, note: bilingual }),
  },
  { requiredKeys: ["id", "date", "place", "headline", "excerpt", "figures"] },
);
