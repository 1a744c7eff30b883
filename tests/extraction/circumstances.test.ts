import { describe, expect, it } from "vitest";
import { addCircumstances } from "../../src/extraction/circumstances/add.ts";
import type { ReadFigure, Span } from "../../src/extraction/figure.ts";
import type { Found } from "../../src/extraction/found.ts";
import { sentencesOf } from "../../src/extraction/text/sentences.ts";
import type { Kind, Who } from "../../src/domain/figure.ts";

interface Given {
  /** Words of the text. */
  readonly words: string;
  readonly count: number;
  readonly kind?: Kind;
  readonly who?: Who;
  readonly ofBefore?: "kind" | "any";
}

/** The text as if the grammar had found these figures in it. */
function read(text: string, given: readonly Given[]): readonly ReadFigure[] {
  const readings = sentencesOf(text).map((sentence) => ({
    sentence,
    found: given.flatMap(
      ({ words, count, kind = "killed", who = "persons", ofBefore }): Found[] => {
        const start = text.indexOf(words);
        const inside = [...sentence.tokens.entries()].filter(
          ([, token]) => token.start >= start && token.end <= start + words.length,
        );
        const first = inside[0]?.[0];
        const last = inside.at(-1)?.[0];
        if (first === undefined || last === undefined) return [];
        const part = ofBefore ? { ofBefore } : {};
        const amount = { type: "count" as const, count };
        const rest = { amount, qualifier: "exact", modality: "asserted", doubts: [] } as const;
        return [{ first, last, kind, who, ...rest, ...part }];
      },
    ),
  }));
  return addCircumstances(text, readings);
}

function cut(text: string, span: Span | undefined): string | undefined {
  return span && text.slice(span.start, span.start + span.length);
}

/** "stated: Emma Adams", "inferred: … via …", "none". */
function sourceIn(text: string, words: string): string {
  const [figure] = read(text, [{ words, count: 7 }]);
  const attribution = figure?.attribution ?? { type: "none" };
  const name = attribution.type === "none" ? "" : `: ${cut(text, attribution.source)}`;
  const via = attribution.via && ` via ${cut(text, attribution.via)}`;
  return `${attribution.type}${name}${via ?? ""}`;
}

describe("who said so", () => {
  it.each([
    ["Seven people were killed in Ankara, police said.", "Seven people", "stated: police"],
    [
      "According to the Health Ministry, seven people died.",
      "seven people",
      "stated: the Health Ministry",
    ],
    [
      "Emma Adams, the head of the clinic, said seven people died.",
      "seven people",
      "stated: Emma Adams",
    ],
    [
      "Seven people died, said the Rescue Council of Homs.",
      "Seven people",
      "stated: the Rescue Council of Homs",
    ],
    ["The Network (SNX) said seven people died.", "seven people", "stated: The Network"],
    [
      "Seven people died, Adams told Reuters on Friday.",
      "Seven people",
      "stated: Adams via Reuters",
    ],
    ["The toll stood at seven people, according to the WHO.", "seven people", "stated: the WHO"],
    [
      "Medics and residents said that seven people died.",
      "seven people",
      "stated: Medics and residents",
    ],
    ["Seven people died (Reuters)", "Seven people", "none via Reuters"],
    ["Seven people were killed on Friday.", "Seven people", "none"],
    ["Police closed the road. He added that seven people died.", "seven people", "none"],
    [
      "Adams said the road was closed. He added that seven people died.",
      "seven people",
      "inferred: Adams",
    ],
    ["It was reported that seven people died.", "seven people", "none"],
    ["قال مصدر طبي إن سبعة أشخاص قتلوا.", "سبعة أشخاص", "stated: مصدر طبي"],
    ["قتل سبعة أشخاص أمس، بحسب الدفاع المدني.", "سبعة أشخاص", "stated: الدفاع المدني"],
    [
      "قتل سبعة أشخاص، وفق ما أفاد مسؤول في وزارة الصحة.",
      "سبعة أشخاص",
      "stated: مسؤول في وزارة الصحة",
    ],
    ["أعلن الدفاع المدني الجمعة مقتل سبعة أشخاص.", "سبعة أشخاص", "stated: الدفاع المدني"],
    ["ووفقاً لرويترز قال سكان إن سبعة أشخاص قتلوا.", "سبعة أشخاص", "stated: سكان via لرويترز"],
    ["قال المكتب إن الطريق مغلق. وأضاف أن سبعة أشخاص قتلوا.", "سبعة أشخاص", "inferred: المكتب"],
    ["قال المكتب إن الطريق مغلق. وقتل سبعة أشخاص في حمص.", "سبعة أشخاص", "none"],
    [
      "قال المكتب إن الطريق مغلق، فيما قالت الشرطة إن سبعة أشخاص قتلوا.",
      "سبعة أشخاص",
      "stated: الشرطة",
    ],
    ["قتل سبعة أشخاص بين حمص ودمشق.", "سبعة أشخاص", "none"],
  ])("%s", (text, words, expected) => {
    expect(sourceIn(text, words)).toBe(expected);
  });
});

describe("where", () => {
  it.each([
    ["Seven people were killed in the city of Homs on Friday.", "Seven people", "city of Homs"],
    ["Seven people were killed near Deir al-Zor.", "Seven people", "Deir al-Zor"],
    ["Seven people were killed in March.", "Seven people", undefined],
    ["Seven people were killed in an attack.", "Seven people", undefined],
    ["قتل سبعة أشخاص في مدينة إدلب أمس.", "سبعة أشخاص", "مدينة إدلب"],
    ["قتل سبعة أشخاص ببلدة عين الخضرة شمال حلب.", "سبعة أشخاص", "ببلدة عين الخضرة شمال حلب"],
    ["قتل سبعة أشخاص في انفجار لغم.", "سبعة أشخاص", undefined],
  ])("%s", (text, words, expected) => {
    const [figure] = read(text, [{ words, count: 7 }]);
    expect(cut(text, figure?.place)).toBe(expected);
  });
});

describe("over what time", () => {
  it.each([
    ["Seven people were killed on Friday.", "Seven people", undefined, "incident"],
    ["Seven people have died since March 2015.", "Seven people", "since March 2015", "cumulative"],
    [
      "Seven people were killed over the past two days.",
      "Seven people",
      "over the past two days",
      "period",
    ],
    ["Seven people were killed in January 2016.", "Seven people", "January 2016", "period"],
    ["Seven people were killed on 3 January.", "Seven people", "January", "incident"],
    ["Seven people died in the worst fire since then.", "Seven people", undefined, "incident"],
    ["قتل سبعة أشخاص خلال ثلاثة أيام.", "سبعة أشخاص", "خلال ثلاثة أيام", "period"],
    ["قتل سبعة أشخاص منذ آذار/مارس 2011.", "سبعة أشخاص", "منذ آذار/مارس 2011", "cumulative"],
    [
      "قتل سبعة أشخاص منذ بداية التدخل الروسي في البلاد.",
      "سبعة أشخاص",
      "منذ بداية التدخل الروسي",
      "cumulative",
    ],
    ["قتل سبعة أشخاص منذ بداية الحرب المرصد.", "سبعة أشخاص", "منذ بداية الحرب", "cumulative"],
    ["قتل سبعة أشخاص الجمعة.", "سبعة أشخاص", undefined, "incident"],
  ])("%s", (text, words, period, scope) => {
    const [figure] = read(text, [{ words, count: 7 }]);
    expect([cut(text, figure?.period), figure?.scope]).toEqual([period, scope]);
  });
});

describe("whether it was counted or estimated", () => {
  it.each([
    ["نقدّر أن سبعة أشخاص قتلوا", "سبعة أشخاص", "estimate"],
    ["تشير التقديرات إلى مقتل سبعة أشخاص", "سبعة أشخاص", "estimate"],
    ["The army estimates that seven people died.", "seven people", "estimate"],
    ["قتل سبعة أشخاص، ولا تقديرات للأضرار", "سبعة أشخاص", "total_reported"],
    ["قضاء وقدر: قتل سبعة أشخاص", "سبعة أشخاص", "total_reported"],
    ["Seven people died; losses are estimated at $2m.", "Seven people", "total_reported"],
  ])("%s", (text, words, basis) => {
    expect(read(text, [{ words, count: 7 }])[0]?.basis).toBe(basis);
  });
});

describe("parts and repetitions", () => {
  it("takes figures that add up to the one before them for its parts", () => {
    const text = "Nine people died in Homs. Five people died in Talbisa and four others in Rastan.";
    const figures = read(text, [
      { words: "Nine people", count: 9 },
      { words: "Five people", count: 5 },
      { words: "four others", count: 4 },
    ]);
    expect(figures.map(({ componentOf }) => componentOf)).toEqual([undefined, 0, 0]);
  });

  it("takes figures that do not add up for no parts", () => {
    const text =
      "Nine people died in Homs. Five people died in Talbisa and three others in Rastan.";
    const figures = read(text, [
      { words: "Nine people", count: 9 },
      { words: "Five people", count: 5 },
      { words: "three others", count: 3 },
    ]);
    expect(figures.every(({ componentOf }) => componentOf === undefined)).toBe(true);
  });

  it("adds the dead and the injured up to both together only", () => {
    const text = "Nine people were killed or wounded. Five people died and four others were hurt.";
    const figures = read(text, [
      { words: "Nine people", count: 9, kind: "killed_or_injured" },
      { words: "Five people", count: 5 },
      { words: "four others", count: 4, kind: "injured" },
    ]);
    expect(figures.map(({ componentOf }) => componentOf)).toEqual([undefined, 0, 0]);
  });

  it("takes a number that comes again for the same figure", () => {
    const text = "Strike kills 7 people\nThe strike hit a market. It left 7 dead, police said.";
    const figures = read(text, [
      { words: "7 people", count: 7 },
      { words: "7 dead", count: 7 },
    ]);
    expect(figures.map(({ sameAs }) => sameAs)).toEqual([undefined, 0]);
  });

  it("takes the same small number in two places for two figures", () => {
    const text = "In all, 7 people died in Homs. A raid left 7 dead in Idlib.";
    const figures = read(text, [
      { words: "7 people", count: 7 },
      { words: "7 dead", count: 7 },
    ]);
    expect(figures.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined]);
  });

  it("drops the part of a whole that nobody counted", () => {
    const text = "The road was closed. Among them were five children. Two people died.";
    const figures = read(text, [
      { words: "five children", count: 5, who: "children", ofBefore: "any" },
      { words: "Two people", count: 2 },
    ]);
    expect(figures.map(({ amount }) => amount)).toEqual([{ type: "count", count: 2 }]);
  });

  it("finds the whole of a part in the sentence before", () => {
    const text = "Twelve people died. Among them were five children.";
    const figures = read(text, [
      { words: "Twelve people", count: 12 },
      { words: "five children", count: 5, who: "children", ofBefore: "any" },
    ]);
    expect(figures.map(({ of }) => of)).toEqual([undefined, 0]);
  });
});
