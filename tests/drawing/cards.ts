import { array, constant, constantFrom, integer, oneof, record, string, tuple } from "fast-check";
import type { Arbitrary } from "fast-check";
import type { CardPicture, CardSection } from "../../src/rendering/message/picture.ts";

/** What the record allows, in code points. */
const longest = { headline: 200, place: 120, name: 120, group: 120 };

const arabicLetters = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ".split("");

/** Pieces that have broken layouts elsewhere. */
const hostile = [
  "\u202e",
  "\u202d",
  "\u202a",
  "\u2067",
  "\u2068",
  "\u2069",
  "\u200f",
  "\u200d",
  "\ud800",
  "\u0000",
  "\t",
  "\n",
  "👨‍👩‍👧‍👦",
  "👩🏿‍🚒🏳️‍🌈",
  "漢字",
  `a${"\u0301".repeat(100)}`,
  `ب${"\u0651\u064e".repeat(50)}`,
  `ب${"\u064b".repeat(100)}`,
  "x".repeat(60),
  "م".repeat(60),
  "W".repeat(60),
  "ﷺ﷽",
  "Å̈ệ",
  "12,345",
  "١٢٣",
];

const word = oneof(
  {
    weight: 4,
    arbitrary: string({ minLength: 1, maxLength: 14, unit: constantFrom(...arabicLetters) }),
  },
  {
    weight: 4,
    arbitrary: string({
      minLength: 1,
      maxLength: 14,
      unit: constantFrom(..."abcdefghijklmnopqrstuvwxyz".split("")),
    }),
  },
  { weight: 3, arbitrary: constantFrom(...hostile) },
  { weight: 1, arbitrary: string({ unit: "binary", maxLength: 10 }) },
);

/** Words of a kind up to a length, mostly near it. */
export function text(most: number): Arbitrary<string> {
  return array(word, { minLength: 1, maxLength: 40 }).map((words) =>
    Array.from(words.join(" ")).slice(0, most).join(""),
  );
}

const figure = tuple(
  integer({ min: 0, max: 9_999_999 }),
  text(longest.group),
  text(2 * longest.name),
).map(([count, group, source]) => {
  const number = count.toLocaleString("en");
  return { phrase: `${number} ${group}`, numbers: [[0, number.length]] as const, source };
});

function section(language: CardSection["language"]): Arbitrary<CardSection> {
  return record(
    {
      language: constant(language),
      topic: text(longest.name),
      headline: text(longest.headline),
      place: text(longest.place),
      date: text(40),
      figures: array(figure, { maxLength: 6 }),
      more: text(80),
      asOf: text(80),
      corrected: text(60),
    },
    { requiredKeys: ["language", "topic", "headline", "place", "date", "figures", "asOf"] },
  );
}

/** Any card that the record allows, and then some. */
export const cards: Arbitrary<CardPicture> = tuple(
  constantFrom("light", "dark"),
  oneof(tuple(section("ar")), tuple(section("en")), tuple(section("ar"), section("en"))),
).map(([theme, sections]) => ({ type: "card", theme, botUsername: "mujaz_bot", sections }));

const sohr = "according to the Syrian Observatory for Human Rights";

/** An ordinary card. */
export const ghouta: CardPicture = {
  type: "card",
  theme: "light",
  botUsername: "mujaz_bot",
  sections: [
    {
      language: "en",
      topic: "Eastern Ghouta",
      headline: "Air strikes on Eastern Ghouta kill civilians, children among them",
      place: "Eastern Ghouta",
      date: "7 February 2018",
      figures: [
        {
          phrase: "38 civilians killed, 12 of them children",
          numbers: [
            [0, 2],
            [21, 23],
          ],
          source: sohr,
        },
        { phrase: "at least 65 people injured", numbers: [[9, 11]], source: sohr },
      ],
      asOf: "As of 8 February 2018, revision 1",
    },
  ],
};
