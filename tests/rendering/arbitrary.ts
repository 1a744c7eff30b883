import * as fc from "fast-check";
import { kinds, munitions, people, qualifiers, vagueWords } from "../../src/domain/figure.ts";
import type { Amount, Attribution, Figure } from "../../src/domain/figure.ts";
import type { Bilingual } from "../../src/domain/language.ts";
import { digitChoices, languageChoices, monthChoices } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Link, Story } from "../../src/domain/story.ts";
import { aStory } from "../builders.ts";

/** What texts are made of here: plain words, and all that has ever broken a message. */
const fragments = [
  "مدينة دوما",
  "قُتِلَ ثَلاثَةٌ",
  "الأربعاء 7 شباط",
  "Douma",
  "US Central Command",
  "20-30",
  "35%",
  "@mujaz_bot",
  "/ghouta",
  "https://example.org/a?b=1&c=2",
  "<b>&amp;</i>",
  "a < b > c",
  '"quoted"',
  "'x'",
  "&nbsp;&#xD800;",
  "{{n}} $t(figures.heading) $& $1",
  "👩‍👩‍👧‍👦👩🏽‍🚒",
  "🇸🇾🇵🇸",
  `e${"\u0301".repeat(40)}`,
  `ب${"\u064b\u0651".repeat(20)}`,
  "\u202eRTL\u202c",
  "\u2067isolate",
  "\u2069\u2069",
  "\u200f\u200f\u200e",
  "A\u030a\u0333",
  "\ud800",
  "\u0000\u0007\t",
  "\r\n",
  "\n\n",
  "\u2028",
  "ا".repeat(600),
  "W".repeat(600),
];

const text = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(" "));

const longText = fc
  .array(fc.constantFrom(...fragments), { minLength: 30, maxLength: 120 })
  .map((parts) => parts.join(" "));

function bilingual(text: fc.Arbitrary<string>): fc.Arbitrary<Bilingual> {
  return fc.record({ ar: text, en: text });
}

const names = bilingual(text.map((text) => text.slice(0, 60)));

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({ type: fc.constant("count" as const), count: fc.nat(30_000) }),
  fc
    .tuple(fc.nat(500), fc.nat(500))
    .map(([min, more]) => ({ type: "range" as const, min, max: min + more })),
  fc.record({ type: fc.constant("vague" as const), word: fc.constantFrom(...vagueWords) }),
  fc.constantFrom<Amount>({ type: "zero" }, { type: "not_reported" }),
);

const sourceIds = ["sohr", "snhr", "centcom"] as const;

const attribution: fc.Arbitrary<Attribution> = fc
  .record({
    type: fc.constantFrom("stated", "inferred", "none"),
    source: fc.constantFrom(...sourceIds),
    via: fc.option(fc.constantFrom(...sourceIds), { nil: undefined }),
  })
  .map(({ type, source, via }) => {
    const relay = via === undefined ? {} : { via };
    return type === "none"
      ? { type: "none", ...relay }
      : { type: type === "stated" ? "stated" : "inferred", source, ...relay };
  });

const tie = fc.constantFrom("none", "of", "componentOf", "sameAs");

/** A figure at a place of a story, perhaps tied to one of the others, even in a circle. */
const figure = fc
  .record({
    kind: fc.constantFrom(...kinds),
    person: fc.constantFrom(...people),
    munition: fc.constantFrom(...munitions),
    group: fc.option(names, { nil: undefined }),
    amount,
    qualifier: fc.constantFrom(...qualifiers),
    attribution,
    place: fc.option(names, { nil: undefined }),
    scope: fc.constantFrom("incident" as const, "period" as const, "cumulative" as const),
    status: fc.constantFrom("reported" as const, "contested" as const, "corroborated" as const),
    basis: fc.constantFrom("total_reported" as const, "estimate" as const),
    tie,
    to: fc.nat(7),
  })
  .map(({ person, munition, group, place, tie, to, ...given }) => ({
    ...given,
    who: given.kind === "munitions" ? munition : person,
    ...(group !== undefined && { group }),
    ...(place !== undefined && { place }),
    ...(tie === "of" && { of: `f${String(to)}` }),
    ...(tie === "componentOf" && { componentOf: `f${String(to)}` }),
    ...(tie === "sameAs" && { sameAs: `f${String(to)}` }),
  }));

const link: fc.Arbitrary<Link> = fc.record({
  url: fc.oneof(
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.constantFrom(
      "https://example.org/a?b=1&c=2#\"'<>",
      "https://مثال.com/خبر",
      `https://example.org/${"x".repeat(1500)}`,
      "javascript:alert(1)",
      "https://user:secret@example.org/",
      "not an address",
    ),
  ),
  title: bilingual(text),
});

/** A story with anything in it that an editor, or an attacker, might write. */
export const story: fc.Arbitrary<Story> = fc
  .record({
    headline: bilingual(text),
    excerpt: bilingual(
      fc.oneof({ arbitrary: text, weight: 3 }, { arbitrary: longText, weight: 1 }),
    ),
    place: names,
    figures: fc.array(figure, { maxLength: 8 }),
    links: fc.oneof(
      fc.array(link, { maxLength: 3 }),
      fc.array(link, { minLength: 30, maxLength: 60 }),
    ),
    graphic: fc.boolean(),
  })
  .map(({ figures, ...given }) =>
    aStory({
      ...given,
      figures: figures.map((figure, index): Figure => ({ id: `f${String(index)}`, ...figure })),
    }),
  );

export const printing: fc.Arbitrary<Printing> = fc.record({
  language: fc.constantFrom(...languageChoices),
  digits: fc.constantFrom(...digitChoices),
  months: fc.constantFrom(...monthChoices),
});
