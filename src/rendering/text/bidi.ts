import type { Language } from "../../domain/language.ts";
import { withoutStacks } from "../../domain/stacked-marks.ts";

// What Telegram removes: line and paragraph separators, embeddings, and three combining marks.
const removedByTelegram = /[\u2028-\u202e]|\u030a|\u0333|\u033f/g;
const directionMarks = /[\u200e\u200f\u061c\u2066-\u2069]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const controls = /[\u0000-\u0009\u000b-\u001f\u007f]/g;

/**
 * A text as Telegram would keep it, without direction marks of its own: what is counted here is
 * what is shown there, and no text can reorder the words around it. Line feeds stay.
 */
export function clean(text: string): string {
  return withoutStacks(text)
    .normalize("NFC")
    .toWellFormed()
    .replaceAll("\r", "")
    .replace(directionMarks, "")
    .replace(removedByTelegram, "")
    .replace(controls, " ");
}

const rightToLeft = String.raw`\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}`;
const letters: Readonly<Record<Language, string>> = {
  ar: String.raw`[\p{L}&&[${rightToLeft}]]`,
  en: String.raw`[\p{L}--[${rightToLeft}]]`,
};
const brackets = String.raw`\(\)\[\]\{\}«»“”"`;

/** Digits and signs of a number that clings to a word; read without end, a page of them takes minutes. */
const longestNumber = 40;

/**
 * A run of foreign words: from the first foreign letter, with a sign or number that clings to it,
 * to the last before a native letter, a bracket or the end of the line.
 */
function foreignRun(native: string, foreign: string): string {
  const before = String.raw`[@#\/]?(?:\p{Nd}[\p{Nd}.,:\/\-]{0,${longestNumber}})?`;
  const after = String.raw`[\p{M}\p{Nd}_]*(?:[\-\/.:_=]\p{Nd}+)*%?`;
  return `${before}${foreign}(?:[^${native}${brackets}\\n]*${foreign})?${after}`;
}

// In an Arabic line "20-30", "+5" and "35%" turn around; a plain number does not.
const turningNumber = String.raw`[+\-−]?\p{Nd}[\p{Nd}.,]{0,${longestNumber}}%|[+\-−]\p{Nd}[\p{Nd}.,]*|(?<!\p{Nd})\p{Nd}+(?:[\-–\/:]\p{Nd}+)+`;

const foreign: Readonly<Record<Language, RegExp>> = {
  ar: new RegExp(`${foreignRun(letters.ar, letters.en)}|${turningNumber}`, "gv"),
  en: new RegExp(foreignRun(letters.en, letters.ar), "gv"),
};

/** What stands between these two is ordered by itself, whatever is around it. */
export const isolateStart = "\u2068";
export const isolateEnd = "\u2069";

/** A cleaned text of one language with every foreign run isolated. */
export function isolateForeign(text: string, language: Language): string {
  return clean(text).replace(foreign[language], `${isolateStart}$&${isolateEnd}`);
}

const rightToLeftLetter = new RegExp(letters.ar, "v");
const marks: Readonly<Record<Language, string>> = { ar: "\u200f", en: "\u200e" };

/** The first letter outside isolates, which decides the direction of a line. */
function firstLetter(line: string): string | undefined {
  return /\p{L}/u.exec(line.replace(/\u2068[^\u2069]*(?:\u2069|$)/g, ""))?.[0];
}

/**
 * The mark to put before a line so that it runs in its language's direction: none where its own
 * first letter says so already and the line begins with text rather than with a picture.
 */
export function lineMark(line: string, language: Language): string {
  const text = line.trim();
  if (text === "") return "";
  const letter = firstLetter(text);
  const runsArabic = letter !== undefined && rightToLeftLetter.test(letter);
  const beginsWithPicture = /^\p{Extended_Pictographic}/u.test(text);
  const needed = letter === undefined || runsArabic !== (language === "ar") || beginsWithPicture;
  return needed ? marks[language] : "";
}
