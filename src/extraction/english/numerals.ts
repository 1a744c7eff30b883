import { valueOfDigits } from "../numerals/digits.ts";
import type { Token } from "../text/tokens.ts";
import { textAt } from "./lookup.ts";

/** A number in digits, in words or in both ("2.5 million"). */
export interface Numeral {
  readonly last: number;
  readonly value: number;
  /** What was multiplied: 1000000 in "2.5 million". */
  readonly scale: number;
  /** 2.908 may be a decimal. */
  readonly isUnsure?: true;
}

const units = numbered(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  (index) => index,
);
const tens = numbered(
  "twenty thirty forty fifty sixty seventy eighty ninety",
  (index) => 20 + 10 * index,
);
const scales = new Map([
  ["dozen", 12],
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1e6],
  ["millions", 1e6],
  ["mln", 1e6],
  ["billion", 1e9],
]);

function numbered(words: string, valueOf: (index: number) => number): ReadonlyMap<string, number> {
  return new Map(words.split(" ").map((word, index) => [word, valueOf(index)]));
}

/** The numeral that begins at a token, at its longest. */
export function numeralAt(tokens: readonly Token[], at: number): Numeral | undefined {
  return partAt(tokens, at) ?? digitsAt(tokens, at) ?? wordsAt(tokens, at);
}

const partWords = new Set(["quarter", "third", "quarters", "-"]);

/** "half a million", "a quarter of a million", "three quarters of a million". */
function partAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const isPart = textAt(tokens, at) === "half" || partWords.has(textAt(tokens, at + 1));
  if (!isPart) return undefined;
  const words = tokens.slice(at, at + 6).map(({ text }) => text);
  const [, part = ""] =
    /^((?:(?:half|(?:a|one) quarter of|a third of|(?:three|3)(?: | - )quarters of) an?)|half) (?:dozen|hundred|thousand|million|billion)\b/.exec(
      words.join(" "),
    ) ?? [];
  if (part === "") return undefined;
  const last = at + part.split(" ").length;
  const scale = scales.get(textAt(tokens, last)) ?? 1;
  return { last, value: Math.round(scale * shareOf(part)), scale };
}

function shareOf(part: string): number {
  if (part.startsWith("half")) return 0.5;
  if (part.includes("quarters")) return 0.75;
  return part.includes("third") ? 1 / 3 : 0.25;
}

function digitsAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const token = tokens[at];
  const read = token && valueOfDigits(token);
  if (read === undefined) return undefined;
  const scale = scales.get(textAt(tokens, at + 1)) ?? shortScaleAt(tokens, at + 1);
  if (scale !== undefined) {
    return { last: at + 1, value: Math.round((read.decimal ?? read.value) * scale), scale };
  }
  const isUnsure = read.decimal !== undefined && read.decimal !== read.value;
  return { last: at, value: read.value, scale: 1, ...(isUnsure && { isUnsure }) };
}

/** "1.2m people", but not "a 1.2m wall". */
function shortScaleAt(tokens: readonly Token[], at: number): number | undefined {
  if (textAt(tokens, at) !== "m" || tokens[at]?.apart !== false) return undefined;
  return counted.test(textAt(tokens, at + 1)) ? 1e6 : undefined;
}

const counted =
  /^(?:people|persons|children|women|civilians|others|more|residents|refugees|displaced|[a-z]{4,}(?:ans|ians|nese|is))$/;

/** What has been read of a number in words. */
interface WordsRead {
  /** Thousands and millions. */
  readonly total: number;
  /** What a scale may still multiply. */
  readonly open: number;
  readonly scale: number;
  readonly next: number;
}

/** "fifty-one", "two hundred and three", "two and a half million", "a dozen". */
function wordsAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const isArticle = /^an?$/.test(textAt(tokens, at)) && scales.has(textAt(tokens, at + 1));
  const first = isArticle ? { value: 1, next: at + 1 } : smallAt(tokens, at);
  if (first === undefined) return undefined;
  let read: WordsRead = { total: 0, open: first.value, scale: 1, next: first.next };
  for (;;) {
    const longer = longerThan(tokens, read);
    if (longer === undefined) break;
    read = longer;
  }
  const value = read.total + read.open;
  return Number.isInteger(value) ? { last: read.next - 1, value, scale: read.scale } : undefined;
}

function longerThan(tokens: readonly Token[], read: WordsRead): WordsRead | undefined {
  const { total, open, next } = read;
  const times = scales.get(textAt(tokens, next));
  if (times !== undefined) {
    const isLarge = times > 100;
    const product = Math.round(open * times);
    const sums = isLarge ? { total: total + product, open: 0 } : { total, open: product };
    return { ...sums, scale: times, next: next + 1 };
  }
  if (isHalf(tokens, next)) return { ...read, open: open + 0.5, next: next + 3 };
  const start = isLinked(tokens, next, read.scale) ? next + 1 : next;
  const small = smallAt(tokens, start);
  if (small === undefined || !fits(open, small.value)) return undefined;
  return { ...read, open: open + small.value, next: small.next };
}

/** "fifty", "fifty-one", "seven". */
function smallAt(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number } | undefined {
  const word = textAt(tokens, at);
  const ten = tens.get(word);
  if (ten === undefined) {
    const value = units.get(word);
    return value === undefined ? undefined : { value, next: at + 1 };
  }
  const unitAt = textAt(tokens, at + 1) === "-" ? at + 2 : at + 1;
  const unit = units.get(textAt(tokens, unitAt)) ?? 0;
  return unit > 0 && unit < 10
    ? { value: ten + unit, next: unitAt + 1 }
    : { value: ten, next: at + 1 };
}

/** Something smaller may follow hundreds and thousands; nothing follows "two" but a scale. */
function fits(open: number, value: number): boolean {
  return open === 0 || (open % 100 === 0 && value < 100);
}

/** "two and a half million". */
function isHalf(tokens: readonly Token[], at: number): boolean {
  const [and, a, half, scale] = tokens.slice(at, at + 4).map(({ text }) => text);
  return and === "and" && a === "a" && half === "half" && scales.has(scale ?? "");
}

/** "two hundred and three", but not "two hundred and three hundred". */
function isLinked(tokens: readonly Token[], at: number, scale: number): boolean {
  if (scale < 100 || textAt(tokens, at) !== "and") return false;
  const step = smallAt(tokens, at + 1);
  return step !== undefined && step.value < 100 && !scales.has(textAt(tokens, step.next));
}
