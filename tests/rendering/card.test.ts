import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/domain/figure.ts";
import { defaultPrinting, type Printing } from "../../src/domain/printing.ts";
import type { Source } from "../../src/domain/source.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderCard } from "../../src/rendering/cards/card.ts";
import { correctMade, renewMade } from "../../src/rendering/changes/corrected.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import type { CardSection } from "../../src/rendering/message/picture.ts";
import { costOf } from "../../src/rendering/text/cost.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { aFigure, anEdition, aSource, aStory, aTopic } from "../builders.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { printing, story as anyStory } from "./arbitrary.ts";
import { essence } from "./sound.ts";
import { isKept, parseHtml } from "./telegram.ts";

const botUsername = "mujaz_bot";

function cardOf(story: Story, given: Partial<Printing> = {}): Message {
  const reference = { edition: anEdition({ stories: [story] }), botUsername };
  return renderCard(story, { ...defaultPrinting, ...given }, "light", reference);
}

function sectionsOf({ picture }: Message): readonly CardSection[] {
  if (picture?.type !== "card") throw new Error("there is no card");
  return picture.sections;
}

/** Everything that a section of a picture says. */
function words(section: CardSection): readonly string[] {
  const { topic, headline, place, date, more = "", asOf, corrected = "" } = section;
  const figures = section.figures.flatMap(({ above = "", phrase, source }) => [
    above,
    phrase,
    source,
  ]);
  return [topic, headline, place, date, ...figures, more, asOf, corrected];
}

/** A likely source stands in brackets in a line, and without them where it has a line of its own. */
function plain(text: string): string {
  return essence(text).replace(/[()]/g, "");
}

function assertCard(card: Message): void {
  const { text, entities } = parseHtml(card.html);
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(entities.length).toBeLessThanOrEqual(100);
  expect(isKept(text)).toBe(true);
  expect(costOf(card)).toMatchObject({ units: text.length, entities: entities.length });
  expect(essence(visible(card))).toBe(essence(text));
  const caption = plain(text);
  for (const said of sectionsOf(card).flatMap(words)) expect(caption).toContain(plain(said));
  for (const { figures } of sectionsOf(card)) {
    for (const { phrase, numbers } of figures) {
      for (const [from, until] of numbers) expect(phrase.slice(from, until)).toMatch(/^\p{Nd}/u);
    }
  }
}

/** A text of at most so many characters, as the content's schema wants it. */
function cut(text: string, most: number): string {
  return Array.from(text).slice(0, most).join("").trim() || "a";
}

function both({ ar, en }: Story["headline"], most: number): Story["headline"] {
  return { ar: cut(ar, most), en: cut(en, most) };
}

function legal(story: Story): Story {
  return {
    ...story,
    headline: both(story.headline, 200),
    place: both(story.place, 120),
    figures: story.figures.map((figure) => ({
      ...figure,
      ...(figure.group && { group: both(figure.group, 120) }),
      ...(figure.place && { place: both(figure.place, 120) }),
    })),
  };
}

const longName = { ar: "مرصد ".repeat(24).trim(), en: "observatory ".repeat(10).trim() };

const sources: fc.Arbitrary<readonly Source[]> = fc.constantFrom(
  [],
  ["sohr", "snhr", "centcom"].map((id) => aSource({ id, name: longName })),
);

/** 38 civilians as another source counts them. */
function side(id: string, source: string, given: number): Figure {
  return aFigure({ id, attribution: { type: "stated", source }, amount: count(given) });
}

/** Children as a source counts them. */
function part(id: string, source: string, given: number, of?: string): Figure {
  return { ...side(id, source, given), who: "children", ...(of !== undefined && { of }) };
}

describe("a card", () => {
  it("says in its caption every word of its picture, in each language of the chat", () => {
    const card = cardOf(aStory());
    assertCard(card);
    const [ar, en] = sectionsOf(card);
    expect(ar).toMatchObject({
      language: "ar",
      topic: "الغوطة الشرقية",
      headline: "غارات على الغوطة الشرقية",
      date: "7 شباط/فبراير 2018",
      figures: [
        {
          phrase: "مقتل 38 مدنياً",
          numbers: [[5, 7]],
          source: "بحسب المرصد السوري لحقوق الإنسان",
        },
      ],
      asOf: "حتى 7 شباط/فبراير 2018",
    });
    expect(en).toMatchObject({ language: "en", figures: [{ phrase: "38 civilians killed" }] });
    expect(parseHtml(card.html).text).toContain("• مقتل 38 مدنياً، بحسب المرصد السوري لحقوق الإنسان");
    expect(sectionsOf(cardOf(aStory(), { language: "en" }))).toHaveLength(1);
  });

  it("tells a part in the line of its whole, and counts the figures that are not on it", () => {
    const part = aFigure({ id: "children", who: "children", amount: count(12), of: "killed" });
    const others = Array.from({ length: 8 }, (_, index) =>
      aFigure({ id: `f${index}`, kind: "injured", amount: count(index + 20) }),
    );
    const card = cardOf(aStory({ figures: [aFigure(), part, ...others] }), { language: "en" });
    const [section] = sectionsOf(card);
    expect(section?.figures).toHaveLength(6);
    expect(section?.figures[0]?.phrase).toBe("38 civilians killed, 12 of them children");
    expect(section?.more).toBe("3 more figures are in the story.");
  });

  it("has all sides where sources differ, or none, and says that they do", () => {
    const sides = [side("a", "sohr", 38), side("b", "snhr", 41), side("c", "centcom", 7)];
    const hurt = Array.from({ length: 4 }, (_, index) =>
      aFigure({ id: `f${index}`, kind: "injured", place: { ar: `م${index}`, en: `P${index}` } }),
    );
    const all = sectionsOf(cardOf(aStory({ figures: [...sides, ...hurt] }), { language: "en" }))[0];
    expect(all?.figures.map(({ above }) => above)).toEqual([
      "Sources differ:",
      ...Array.from({ length: 5 }, () => undefined),
    ]);
    const after = sectionsOf(
      cardOf(aStory({ figures: [...hurt, ...sides] }), { language: "en" }),
    )[0];
    expect(after?.figures).toHaveLength(4);
    expect(after?.more).toBe("3 more figures are in the story.");
  });

  it("joins a part on which sources differ to what says it", () => {
    const figures = [
      aFigure(),
      part("c", "sohr", 12, "killed"),
      aFigure({ id: "hurt", kind: "injured" }),
      part("d", "snhr", 20),
    ];
    const [section] = sectionsOf(cardOf(aStory({ figures }), { language: "en" }));
    expect(section?.figures.map(({ above, phrase }) => [above, phrase])).toEqual([
      ["Sources differ:", "38 civilians killed, 12 of them children"],
      [undefined, "20 children killed"],
      [undefined, "38 civilians injured"],
    ]);
  });

  it("gives up a language before most of its figures, and never counts a repetition", () => {
    const name = {
      ar: "مرصد طويل الاسم ".repeat(7).trim(),
      en: "a long observatory ".repeat(6).trim(),
    };
    const figures = Array.from({ length: 5 }, (_, index) =>
      aFigure({
        id: `f${index}`,
        place: { ar: `م${index}`, en: `P${index}` },
        amount: count(10 + index),
      }),
    );
    const again = aFigure({ id: "again", sameAs: "f0" });
    const story = aStory({ figures: [...figures, again] });
    const edition = anEdition({ stories: [story], sources: [aSource({ name })] });
    const card = renderCard(story, defaultPrinting, "light", { edition, botUsername });
    expect(sectionsOf(card).map(({ language }) => language)).toEqual(["ar"]);
    expect(sectionsOf(card)[0]?.figures.length).toBeGreaterThanOrEqual(3);
    const short = sectionsOf(
      cardOf(aStory({ figures: [aFigure(), { ...again, sameAs: "killed" }] })),
    );
    expect(short.map(({ more }) => more)).toEqual([undefined, undefined]);
  });

  it("begins with the content notice of a graphic story, and hides its picture", () => {
    const card = cardOf(aStory({ graphic: true }), { language: "en" });
    expect(visible(card)).toMatch(/^Warning: this story has details/);
    expect(card.picture).toMatchObject({ spoiler: true });
  });

  it("of a story that is withdrawn says only that, and why", () => {
    const note = { ar: "ليس صحيحاً.", en: "It is not true." };
    const card = cardOf(aStory({ withdrawn: { at: "2018-02-09", note } }), { language: "en" });
    assertCard(card);
    expect(visible(card)).not.toContain("38");
    expect(visible(card)).not.toContain("Air strikes");
    expect(sectionsOf(card)).toMatchObject([
      {
        headline: "This story was withdrawn on 9 February 2018",
        date: "",
        more: note.en,
        figures: [],
      },
    ]);
  });

  it("is inside Telegram's limits whatever a legal story says, and no figure is cut", () => {
    fc.assert(
      fc.property(anyStory, printing, sources, (story, chosen, named) => {
        const told = legal(story);
        const edition = anEdition({
          stories: [told],
          topics: [aTopic({ title: longName })],
          sources: named,
        });
        const card = renderCard(told, chosen, "dark", { edition, botUsername });
        assertCard(card);
        expect(card.picture?.theme).toBe("dark");
      }),
      { numRuns: fuzzRuns(300) },
    );
  });

  it("is inside the limits where every text is as long as it may be and none is plain", () => {
    for (const letter of ["\u{1d400}ب", "ab", "ا", "👩‍👩‍👧‍👦", "ب\u064b"]) {
      const long = (most: number) => ({
        ar: cut(`ا${letter.repeat(most)}`, most),
        en: cut(`a${letter.repeat(most)}`, most),
      });
      const story = aStory({ headline: long(200), place: long(120), graphic: true });
      const edition = anEdition({
        stories: [story],
        topics: [aTopic({ title: long(120) })],
        sources: [aSource({ name: long(120) })],
      });
      for (const withdrawn of [undefined, { at: "2018-02-09", note: long(300) } as const]) {
        const told = { ...story, ...(withdrawn && { withdrawn }) };
        const reference = { edition, botUsername };
        const card = renderCard(told, defaultPrinting, "light", reference);
        assertCard(card);
        expect(sectionsOf(card)[0]?.language).toBe("ar");
      }
    }
  });
});

function count(count: number) {
  return { type: "count", count } as const;
}

describe("a card that was sent", () => {
  const was = aStory();
  const now = aStory({
    figures: [aFigure({ amount: count(41) })],
    corrections: [
      { at: "2018-02-09", reason: "our_error", note: { ar: "خطأ منا.", en: "Our mistake." } },
    ],
  });
  const edition = anEdition({ stories: [now] });
  const reference = { edition, botUsername };
  const revisions = [was, now].map((story, index) => ({
    number: index + 1,
    day: "2018-02-09",
    story,
    sources: edition.sources,
  }));
  const sent = cardOf(was, { language: "en" });
  const made = sent.made ?? never();
  const keyboard = [[{ type: "press", label: "Dark", data: "1x" } as const]];

  it("gets a new picture with a correction, and a caption that says what changed and when", () => {
    const told = new Map([["ghta0207", revisions]]);
    const card = correctMade(made, keyboard, told, reference);
    assertCard(card);
    expect(visible(card)).toContain("Correction (9 February): 41 civilians killed, not 38");
    expect(card.keyboard).toBe(keyboard);
    expect(card.made?.shows).toEqual({ ghta0207: [1, 2] });
    expect(sectionsOf(card)).toMatchObject([
      {
        figures: [{ phrase: "41 civilians killed" }],
        asOf: "As of 9 February 2018, revision 2",
        corrected: "corrected on 9 February 2018",
      },
    ]);
  });

  it("and waits is told anew, or not at all where its story is withdrawn", () => {
    const renewed = renewMade(made, keyboard, edition.stories, reference);
    expect(renewed && sectionsOf(renewed)).toMatchObject([
      { figures: [{ phrase: "41 civilians killed" }] },
    ]);
    const withdrawn = { at: "2018-02-10", note: { ar: "خطأ.", en: "Wrong." } } as const;
    const gone = new Map([["ghta0207", { ...now, withdrawn }]]);
    expect(renewMade(made, keyboard, gone, reference)).toBeUndefined();
  });
});

function never(): never {
  throw new Error("it shows no figures");
}
