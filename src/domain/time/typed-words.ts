import * as known from "./clock-words.ts";
import { normalise } from "../normalise.ts";
import { withoutStacks } from "../stacked-marks.ts";

/** One word that a person typed: as it was, and as it is compared. */
export interface TypedWord {
  readonly typed: string;
  /** Digits Western, case small, signs kept: for `7:30pm`. */
  readonly sign: string;
  /** As `normalise` gives it, in one piece, without a «و» that only joins. */
  readonly word: string;
}

const tables: readonly { has(word: string): boolean }[] = [
  known.halfDays,
  known.fractions,
  known.hourWords,
  known.dayWords,
  known.dailyWords,
  known.weeklyWords,
  known.everyWords,
  known.fillers,
  new Set([known.lessWord, known.hourNoun, known.teenWord]),
];

/** A range of days in one piece, `mon-fri`, is three words. */
export function wordsOf(text: string): readonly TypedWord[] {
  return text
    .split(/[\s,،;؛«»"()]+/)
    .flatMap(partsOfRange)
    .filter((typed) => typed !== "")
    .map(wordOf);
}

function partsOfRange(typed: string): readonly string[] {
  const parts = typed.split(/[-–]/);
  const areDays = parts.every((part) => known.dayWords.has(normalise(part)));
  return parts.length === 2 && areDays ? [parts[0] ?? "", "to", parts[1] ?? ""] : [typed];
}

function wordOf(typed: string): TypedWord {
  const sign = withoutStacks(typed)
    .normalize("NFKC")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .toLowerCase()
    .replace(/^و(?=\d)/, "")
    .replace(/[.!?؟]+$/, "");
  return { typed, sign, word: withoutAnd(normalise(typed).replaceAll(" ", "")) };
}

/** «والأربعاء» is «الأربعاء»; a word that only begins with the letter stays whole. */
function withoutAnd(word: string): string {
  if (!word.startsWith("و") || isKnown(word)) return word;
  const rest = normalise(word.slice(1));
  return isKnown(rest) ? rest : word;
}

function isKnown(word: string): boolean {
  return tables.some((table) => table.has(word));
}
