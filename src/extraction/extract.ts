import { readArabic } from "./arabic/read.ts";
import { addCircumstances } from "./circumstances/add.ts";
import { readEnglish } from "./english/read.ts";
import type { ReadFigure } from "./figure.ts";
import type { TextLanguage } from "./text/language.ts";
import { sentencesOf } from "./text/sentences.ts";

/**
 * The casualty figures that a text states, in the order of their words, each with its span. Where no
 * pattern of the grammar attaches a number to a harm, nothing is read: precision before recall.
 * Pure, and linear in the text. The language is found sentence by sentence unless it is given.
 */
export function extractFigures(text: string, language?: TextLanguage): readonly ReadFigure[] {
  const readings = sentencesOf(text, language).map((sentence) => ({
    sentence,
    found: sentence.language === "ar" ? readArabic(sentence) : readEnglish(sentence),
  }));
  return addCircumstances(text, readings);
}
