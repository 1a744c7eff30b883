import { valueOfDigits } from "../numerals/digits.ts";
import type { Word } from "./words.ts";

/** A number in digits, words or both. */
export interface NumberRead {
  readonly value: number;
  /** Index of its last word. */
  readonly last: number;
  /** 2.908 may be a decimal. */
  readonly isDoubtful: boolean;
  /** Its last word is a scale («ألف»), which may be shared by the number before it. */
  readonly scale: number;
  readonly inDigits: boolean;
}

interface Part {
  readonly value: number;
  readonly last: number;
}

const mostParts = 5;
const alf = "الفا";

/**
 * The number that begins at a word: «ثلاثة وعشرين ألفاً وأربعمئة», «11 ألفا و87», «3 ملايين، و182
 * ألفًا، و736». A part joins the one before it only below its scale.
 */
export function numberAt(words: readonly Word[], index: number): NumberRead | undefined {
  const first = termAt(words, index);
  return first === undefined ? undefined : withParts(words, first, mostParts);
}

function withParts(words: readonly Word[], read: NumberRead, most: number): NumberRead {
  const next = joinedAt(words, read.last + 1);
  if (next === undefined || read.scale < 1000 || most === 0) return read;
  const added = halfAt(words, next, read) ?? termAt(words, next);
  if (added === undefined || added.value >= read.scale) return read;
  return withParts(words, { ...added, value: read.value + added.value, inDigits: false }, most - 1);
}

/** Where the next part begins: «و» is written before it, perhaps behind a comma. */
function joinedAt(words: readonly Word[], index: number): number | undefined {
  const at = /^[,،]$/u.test(words[index]?.token.text ?? "") ? index + 1 : index;
  const word = words[at];
  return word?.isAnd && word.preposition === "" && !word.isDefinite ? at : undefined;
}

/** «مليون ونصف». */
function halfAt(words: readonly Word[], at: number, { scale }: NumberRead): NumberRead | undefined {
  if (words[at]?.bare !== "نصف" || scale < 1000) return undefined;
  const hasScale = scaleAt(words, at + 1) === scale;
  return {
    value: scale / 2,
    last: hasScale ? at + 1 : at,
    isDoubtful: false,
    scale: 1,
    inDigits: false,
  };
}

/** A group and its scale, or what is both. */
function termAt(words: readonly Word[], index: number): NumberRead | undefined {
  return (
    scaleAlone(words, index) ??
    fractionAt(words, index) ??
    digitsAt(words, index) ??
    groupAsTerm(words, index)
  );
}

/** «ألف», «ألفان», «مليوني»; «ألفا» is two thousand before what is counted. */
function scaleAlone(words: readonly Word[], index: number): NumberRead | undefined {
  const word = words[index];
  const own = word?.lexeme.numeral?.value ?? 0;
  if (own < 1000 || word === undefined) return undefined;
  const scale = 1000 ** Math.floor(Math.log10(own) / 3);
  const isOpen = opens.has(word.stem);
  const value = isOpen ? scale * (words[index + 1]?.isAnd ? 1 : 2) : own;
  return { value, last: index, scale, isDoubtful: false, inDigits: false };
}

/** Written like the dual without its nun and like the singular of the tanwin. */
const opens = new Set(["الفا", "مليونا", "مليارا"]);

const fractions: ReadonlyMap<string, number> = new Map([
  ["نصف", 0.5],
  ["ربع", 0.25],
]);

/** «نصف مليون». */
function fractionAt(words: readonly Word[], index: number): NumberRead | undefined {
  const fraction = fractions.get(words[index]?.bare ?? "");
  const scale = scaleAt(words, index + 1);
  if (fraction === undefined || scale === undefined) return undefined;
  const value = fraction * scale;
  return { value, last: index + 1, scale: 1, isDoubtful: false, inDigits: false };
}

function groupAsTerm(words: readonly Word[], index: number): NumberRead | undefined {
  const group = groupAt(words, index);
  if (group === undefined) return undefined;
  const scale = scaleAt(words, group.last + 1) ?? 1;
  const last = scale === 1 ? group.last : group.last + 1;
  return { value: group.value * scale, last, isDoubtful: false, scale, inDigits: false };
}

function digitsAt(words: readonly Word[], index: number): NumberRead | undefined {
  const token = words[index]?.token;
  const read = token === undefined ? undefined : valueOfDigits(token);
  if (read === undefined) return undefined;
  const scale = scaleAt(words, index + 1) ?? hundredAt(words, index + 1);
  if (scale === undefined) {
    return {
      value: read.value,
      last: index,
      isDoubtful: read.decimal !== undefined,
      scale: 1,
      inDigits: true,
    };
  }
  const value = Math.round((read.decimal ?? read.value) * scale);
  return { value, last: index + 1, isDoubtful: false, scale, inDigits: false };
}

/** «ألف», «مليون» behind a number. */
function scaleAt(words: readonly Word[], index: number): number | undefined {
  const word = words[index];
  if (word === undefined || word.isAnd || word.preposition !== "") return undefined;
  if (word.stem === alf) return 1000;
  const numeral = word.lexeme.numeral;
  return numeral?.isScale && numeral.value >= 1000 ? numeral.value : undefined;
}

/** «ثلاث مئة»; not «30 بالمئة». */
function hundredAt(words: readonly Word[], index: number): number | undefined {
  const word = words[index];
  const isBare = word !== undefined && !word.isAnd && !word.isDefinite && word.preposition === "";
  return isBare && word.lexeme.numeral?.value === 100 ? 100 : undefined;
}

/** A number in words below a thousand. */
function groupAt(words: readonly Word[], index: number): Part | undefined {
  const value = words[index]?.lexeme.numeral?.value;
  if (value === undefined || value >= 1000) return undefined;
  const hundreds = hundredsAt(words, index, value);
  if (hundreds === undefined) return belowHundredAt(words, index);
  const next = words[hundreds.last + 1];
  const rest = next?.isAnd ? belowHundredAt(words, hundreds.last + 1) : undefined;
  return rest === undefined ? hundreds : { value: hundreds.value + rest.value, last: rest.last };
}

function hundredsAt(words: readonly Word[], index: number, value: number): Part | undefined {
  if (value >= 100) return { value, last: index };
  // «ثلاث مئة»
  const isTimes = value >= 3 && value <= 9 && hundredAt(words, index + 1) !== undefined;
  return isTimes ? { value: value * 100, last: index + 1 } : undefined;
}

function belowHundredAt(words: readonly Word[], index: number): Part | undefined {
  const value = words[index]?.lexeme.numeral?.value ?? digitsBelowHundred(words[index]);
  if (value === undefined || value >= 100) return undefined;
  const tens = value >= 1 && value <= 9 ? tensAt(words, index + 1) : undefined;
  if (tens !== undefined) return { value: value + tens, last: index + 1 };
  return teens.has(words[index]?.stem ?? "") ? undefined : { value, last: index };
}

/** Numbers only before «عشر»; «اثنا» alone is «أثناء». */
const teens = new Set(["اثنا", "اثنتا", "اثني", "اثنتي"]);

/** «عشر» behind a unit, «وعشرين» joined to it. */
function tensAt(words: readonly Word[], index: number): number | undefined {
  const word = words[index];
  const value = word?.lexeme.numeral?.value ?? 0;
  const isTens = word?.isAnd ? value >= 20 && value < 100 : value === 10;
  return isTens ? value : undefined;
}

/** «مئة و20». */
function digitsBelowHundred(word: Word | undefined): number | undefined {
  return word !== undefined && /^\d{1,2}$/.test(word.token.text)
    ? Number(word.token.text)
    : undefined;
}
