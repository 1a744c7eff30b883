import type { Amount, Qualifier, VagueWord } from "../../domain/figure.ts";
import { qualifiers, vagueWords } from "../../domain/figure.ts";
import type { Doubt } from "../figure.ts";
import lexicon from "../lexicon/en/amounts.json" with { type: "json" };
import type { Token } from "../text/tokens.ts";
import { lookupOf, textAt, type Lookup } from "./lookup.ts";
import { personAt } from "./people.ts";
import { numeralAt, type Numeral } from "./numerals.ts";

/** How many, with the hedges around it. */
export interface AmountRead {
  /** Tokens, both included. */
  readonly first: number;
  readonly last: number;
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  readonly doubts: readonly Doubt[];
}

const before = hedges(lexicon.before);
const after = hedges(lexicon.after);
const vague: Lookup<VagueWord> = lookupOf(
  lexicon.vague.flatMap(({ word, words }) =>
    vagueWords.filter((known) => known === word).flatMap((known) => pairsOf(words, known)),
  ),
);
const months = new Set(lexicon.months);
const labels = new Set(lexicon.labels);
const yearWords = new Set(lexicon.years);

function hedges(
  rows: readonly { readonly qualifier: string; readonly words: readonly string[] }[],
): Lookup<Qualifier> {
  return lookupOf(
    rows.flatMap(({ qualifier, words }) =>
      qualifiers.filter((known) => known === qualifier).flatMap((known) => pairsOf(words, known)),
    ),
  );
}

function pairsOf<T>(words: readonly string[], value: T): readonly (readonly [string, T])[] {
  return words.map((word) => [word, value] as const);
}

/** Hedges do not pile up higher. */
const mostHedges = 3;

/** The amount that begins at a token, hedge or number; undefined for dates, years, money and shares. */
export function amountAt(tokens: readonly Token[], at: number): AmountRead | undefined {
  const hedge = hedgesAt(tokens, at);
  const bare = bareAt(tokens, hedge.next, hedge.next > at);
  if (bare === undefined) return undefined;
  if (bare.amount.type !== "count") {
    return { ...bare, first: at, qualifier: bare.amount.type === "range" ? "range" : "vague" };
  }
  if (textAt(tokens, bare.last + 1) === "+") {
    return { ...bare, first: at, last: bare.last + 1, qualifier: "at_least" };
  }
  const behind = hedge.qualifier === "exact" ? after(tokens, bare.last + 1) : undefined;
  const { last, value: qualifier } = behind ?? { last: bare.last, value: hedge.qualifier };
  return { ...bare, first: at, last, qualifier };
}

function hedgesAt(
  tokens: readonly Token[],
  at: number,
): { readonly next: number; readonly qualifier: Qualifier } {
  let next = at;
  let qualifier: Qualifier = "exact";
  for (let count = 0; count < mostHedges; count += 1) {
    const hedge = before(tokens, next);
    if (hedge === undefined) break;
    if (qualifier === "exact") qualifier = hedge.value;
    next = hedge.last + 1;
  }
  return { next, qualifier };
}

type Bare = Omit<AmountRead, "first" | "qualifier">;

function bareAt(tokens: readonly Token[], at: number, isHedged: boolean): Bare | undefined {
  const word = vague(tokens, at);
  if (word !== undefined) {
    return { last: word.last, amount: { type: "vague", word: word.value }, doubts: [] };
  }
  const isBetween = textAt(tokens, at) === "between";
  const first = numeralAt(tokens, isBetween ? at + 1 : at);
  if (first === undefined) return undefined;
  const range = rangeFrom(tokens, at, first, isBetween);
  if (range !== undefined) return range;
  if (isBetween || isNoCount(tokens, at, first, isHedged)) return undefined;
  const doubts = first.isUnsure === true ? (["decimal_or_thousands"] as const) : [];
  return { last: first.last, amount: { type: "count", count: first.value }, doubts };
}

/** "20 to 30", "20-30", "two or three", "between 20 and 30", "30 to 50 thousand". */
function rangeFrom(
  tokens: readonly Token[],
  at: number,
  first: Numeral,
  isBetween: boolean,
): Bare | undefined {
  const link = textAt(tokens, first.last + 1);
  const isFrom = link === "to" && textAt(tokens, at - 1) === "from";
  if (isFrom || !(isBetween ? /^and$/ : /^(?:to|-|or)$/).test(link)) return undefined;
  const second = numeralAt(tokens, first.last + 2);
  if (second === undefined || isYear(tokens, at, first)) return undefined;
  const max = second.value;
  const min = first.value * sharedScale(first, second);
  return min < max
    ? { last: second.last, amount: { type: "range", min, max }, doubts: [] }
    : undefined;
}

/** "30 to 50 thousand". */
function sharedScale(first: Numeral, second: Numeral): number {
  const isShared = first.scale === 1 && second.scale > 12;
  return isShared && first.value * second.scale < second.value ? second.scale : 1;
}

/** Shares, money, dates, years, ordinals, "12-storey", "Flight 103". */
function isNoCount(
  tokens: readonly Token[],
  at: number,
  numeral: Numeral,
  isHedged: boolean,
): boolean {
  const { last, value } = numeral;
  if (!Number.isInteger(value) || isGlued(tokens, at, last)) return true;
  if (currency.test(textAt(tokens, at - 1)) || unit.test(textAt(tokens, last + 1))) return true;
  if (oneIn.test(`${textAt(tokens, at - 2)} ${textAt(tokens, at - 1)}`)) return true;
  if (isHedged) return false;
  if (isDate(tokens, at, last) || isYear(tokens, at, numeral)) return true;
  return tokens[at]?.type === "number" && labels.has(textAt(tokens, at - 1));
}

/** "one in five". */
const oneIn = /^(?:one|two|three|[123]) in$/;
const currency = /^[$€£¥#₤₹]$/;
const unit = /^(?:%|°|th|st|nd|rd|percent|am|pm|gmt|percentage)$/;

/** "12-storey", "20.53m", "AK-47"; "12-year-old" is read with its noun. */
function isGlued(tokens: readonly Token[], at: number, last: number): boolean {
  if (isJoined(tokens, at) && tokens[at]?.type === "number" && isHyphen(tokens, at - 1))
    return true;
  if (!isJoined(tokens, last + 1)) return false;
  if (tokens[last + 1]?.type === "word") return true;
  return isHyphen(tokens, last + 1) && tokens[last + 2]?.type !== "sign";
}

/** No space before it. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.apart === false;
}

function isHyphen(tokens: readonly Token[], at: number): boolean {
  return textAt(tokens, at) === "-" && isJoined(tokens, at) && isJoined(tokens, at + 1);
}

/** "July 25", "Dec. 19", "8 January"; not "In July 25 people died". */
function isDate(tokens: readonly Token[], at: number, last: number): boolean {
  if (!/^\d{1,2}$/.test(textAt(tokens, at)) || personAt(tokens, last + 1) !== undefined)
    return false;
  const monthAt = textAt(tokens, at - 1) === "." ? at - 2 : at - 1;
  return months.has(textAt(tokens, monthAt)) || months.has(textAt(tokens, last + 1));
}

function isYear(tokens: readonly Token[], at: number, { value }: Numeral): boolean {
  const text = textAt(tokens, at);
  if (!/^(?:1[5-9]|20)\d\d$/.test(text) || value !== Number(text)) return false;
  const before = textAt(tokens, at - 1);
  const isToll = before === "from" && textAt(tokens, at + 1) === "to";
  if (/^1[5-8]/.test(text)) return /^(?:in|since|from|until)$/.test(before) && !isToll;
  return yearWords.has(before) || months.has(before) || /^[,(/-]$/.test(before);
}
