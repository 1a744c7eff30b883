import type { ReadFigure, Span } from "../../src/extraction/figure.ts";

/** An article that came in two messages. */
export const firstHalf = [
  "شنّت طائرات حربية يوم الثلاثاء غارات على بلدات في الغوطة الشرقية، ما أدى إلى مقتل 27 مدنياً بينهم 9 أطفال وإصابة 54 شخصاً.",
  "وقال سكان إن الطائرات بقيت فوق البلدات ساعات طويلة، وإن فرق الإنقاذ عملت حتى الفجر على رفع الأنقاض بأدوات بسيطة.",
  "وقال المرصد السوري لحقوق الإنسان إن القصف المدفعي استمر حتى المساء. وأشار إلى مقتل 118 مدنياً خلال أربعة أيام.",
].join("\n\n");

export const secondHalf = [
  "وأعلنت الشبكة السورية لحقوق الإنسان أن الطيران ألقى ما لا يقل عن 312 برميلاً متفجراً على المنطقة.",
  "وقال مسؤول عسكري أميركي: نقدّر مقتل أكثر من خمسين عنصراً من القوات الموالية للنظام في هجوم على موقع للتحالف.",
].join("\n\n");

export const article = `${firstHalf}\n\n${secondHalf}`;

function spanOf(text: string, words: string): Span | undefined {
  const start = text.indexOf(words);
  return start < 0 ? undefined : { start, length: words.length };
}

type Given = Partial<Omit<ReadFigure, "span" | "attribution" | "group" | "place" | "period">> & {
  readonly words: string;
  readonly source?: string;
  readonly inferred?: boolean;
  readonly group?: string;
  readonly period?: string;
};

const known: readonly Given[] = [
  { words: "مقتل 27 مدنياً", amount: { type: "count", count: 27 } },
  { words: "9 أطفال", who: "children", amount: { type: "count", count: 9 }, of: 0 },
  { words: "إصابة 54 شخصاً", kind: "injured", who: "persons", amount: { type: "count", count: 54 } },
  {
    words: "مقتل 118 مدنياً",
    amount: { type: "count", count: 118 },
    scope: "period",
    period: "خلال أربعة أيام",
    source: "المرصد السوري لحقوق الإنسان",
    inferred: true,
  },
  {
    words: "ما لا يقل عن 312 برميلاً متفجراً",
    kind: "munitions",
    who: "barrel_bomb",
    amount: { type: "count", count: 312 },
    qualifier: "at_least",
    source: "الشبكة السورية لحقوق الإنسان",
  },
  {
    words: "مقتل أكثر من خمسين عنصراً من القوات الموالية للنظام",
    who: "combatants",
    amount: { type: "count", count: 50 },
    qualifier: "more_than",
    basis: "estimate",
    group: "القوات الموالية للنظام",
    source: "مسؤول عسكري أميركي",
    doubts: ["qualifier"],
  },
];

/** What a reader of that article finds in any part of it, as the extraction would say it. */
export function readKnown(text: string): readonly ReadFigure[] {
  return known.flatMap((one) => {
    const span = spanOf(text, one.words);
    return span === undefined ? [] : [figureOf(text, one, span)];
  });
}

function figureOf(text: string, given: Given, span: Span): ReadFigure {
  const { words: _words, source, inferred, group, period, ...rest } = given;
  const sourceSpan = source === undefined ? undefined : spanOf(text, source);
  const groupSpan = group === undefined ? undefined : spanOf(text, group);
  const periodSpan = period === undefined ? undefined : spanOf(text, period);
  return {
    kind: "killed",
    who: "civilians",
    amount: { type: "count", count: 1 },
    qualifier: "exact",
    modality: "asserted",
    scope: "incident",
    basis: "total_reported",
    doubts: [],
    ...rest,
    span,
    attribution:
      sourceSpan === undefined
        ? { type: "none" }
        : { type: inferred === true ? "inferred" : "stated", source: sourceSpan },
    ...(groupSpan !== undefined && { group: groupSpan }),
    ...(periodSpan !== undefined && { period: periodSpan }),
  };
}
