import type { Bilingual, Language } from "../../domain/language.ts";

/** What a short excerpt aims at, in UTF-16 units; its first sentence may be longer. */
const aim = 220;

/** A title or an initial, whose full stop may end no sentence: "Gen.", "U.S.", «د.». */
const abbreviated = /(?:^|[\s("«“])(?:(?:\p{L}+\.)*\p{L}|\p{Lu}\p{L}{1,3})\.\s*$/u;

const pairs = ["()", "[]", "«»", "“”"] as const;

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** Whether every bracket and quotation that a text opens is closed in it. */
function isClosed(text: string): boolean {
  const paired = pairs.every(([open = "", close = ""]) => count(text, open) === count(text, close));
  return paired && count(text, '"') % 2 === 0;
}

const segmenters: Readonly<Record<Language, Intl.Segmenter>> = {
  ar: new Intl.Segmenter("ar", { granularity: "sentence" }),
  en: new Intl.Segmenter("en", { granularity: "sentence" }),
};

function sentenceEnds(text: string, language: Language): readonly number[] {
  return [...segmenters[language].segment(text)]
    .map(({ index, segment }) => index + segment.length)
    .filter((end) => {
      const before = text.slice(0, end);
      return end === text.length || (!abbreviated.test(before) && isClosed(before));
    });
}

/**
 * The first sentences of a text, whole ones only: a claim that is cut may say something else. An
 * end that may be none, after "Gen." or inside a quotation, is not taken for one.
 */
export function firstSentences(text: Bilingual, language: Language): string {
  const ends = sentenceEnds(text[language], language);
  const end = ends.findLast((end) => end <= aim) ?? ends[0];
  return text[language].slice(0, end).trimEnd();
}
