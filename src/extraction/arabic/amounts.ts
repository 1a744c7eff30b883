import { qualifiers, type Amount, type Qualifier } from "../../domain/figure.ts";
import hedges from "../lexicon/ar/hedges.json" with { type: "json" };
import { oneOf } from "./checked.ts";
import { numberAt, type NumberRead } from "./numerals.ts";
import { Phrases } from "./phrases.ts";
import type { Word } from "./words.ts";

/** How many, before it is known of what. */
export interface AmountRead {
  readonly amount: Amount;
  readonly qualifier: Qualifier;
  /** Indices of words, both included, with the hedge. */
  readonly first: number;
  readonly last: number;
  /** Where the number itself begins. */
  readonly number: number;
  readonly isDoubtful: boolean;
  readonly isHedged: boolean;
  /** «الثلاثة». */
  readonly isDefinite: boolean;
}

type Hedged = Pick<AmountRead, "amount" | "last" | "isDoubtful" | "isDefinite"> & {
  readonly qualifier?: Qualifier;
};

const before = new Phrases<Qualifier>();
const after = new Phrases<Qualifier>();
for (const hedge of hedges) {
  for (const phrase of hedge.before) before.add(phrase, oneOf(qualifiers, hedge.qualifier));
  for (const phrase of hedge.after) after.add(phrase, oneOf(qualifiers, hedge.qualifier));
}

/** A hedge behind what is counted: «على الأقل». */
export function hedgeAfter(words: readonly Word[], index: number) {
  return after.at(words, index);
}

/** A hedge that is a verb with its own subject: «تجاوز عدد القتلى 20». */
export function hedgeBefore(words: readonly Word[], index: number): Qualifier | undefined {
  return before.at(words, index)?.meaning;
}

export function amountAt(words: readonly Word[], index: number): AmountRead | undefined {
  const hedge = before.at(words, index);
  const number = hedge === undefined ? index : hedge.last + 1;
  const read =
    hedge === undefined ? hedgedAt(words, index) : hedgedAt(words, skipAfter(words, number));
  if (read === undefined) return undefined;
  const isHedged = hedge !== undefined || read.qualifier !== undefined;
  return {
    ...read,
    qualifier: qualifierOf(read, hedge?.meaning),
    first: index,
    number,
    isHedged,
  };
}

/** «أكثر من نحو 20»: the first hedge counts. */
function skipAfter(words: readonly Word[], index: number): number {
  const second = before.at(words, index);
  return second === undefined ? index : second.last + 1;
}

function qualifierOf({ amount, qualifier }: Hedged, hedge: Qualifier | undefined): Qualifier {
  if (amount.type === "vague") return "vague";
  if (amount.type === "range") return "range";
  return hedge ?? qualifier ?? "exact";
}

function hedgedAt(words: readonly Word[], index: number): Hedged | undefined {
  return rangeAt(words, index) ?? vagueAt(words, index) ?? plainAt(words, index);
}

function plainAt(words: readonly Word[], index: number): Hedged | undefined {
  const read = numberAt(words, index);
  if (read === undefined || words[index]?.isOwned) return undefined;
  return {
    amount: { type: "count", count: read.value },
    last: read.last,
    isDoubtful: read.isDoubtful,
    isDefinite: words[index]?.isDefinite ?? false,
  };
}

/** «عشرات», «العشرات», «عشرات الآلاف», «بضعة». */
function vagueAt(words: readonly Word[], index: number): Hedged | undefined {
  const word = words[index];
  if (word?.lexeme.vague === undefined) return undefined;
  const next = words[index + 1];
  const isMore = next?.lexeme.vague !== undefined && next.isDefinite;
  return {
    amount: { type: "vague", word: (isMore ? next.lexeme.vague : undefined) ?? word.lexeme.vague },
    last: isMore ? index + 1 : index,
    isDoubtful: false,
    isDefinite: false,
  };
}

/** «بين 20 و30», «ما بين 30 و50 ألف», «بين 20 إلى 30», «20-30». */
function rangeAt(words: readonly Word[], index: number): Hedged | undefined {
  const start = betweenAt(words, index) ?? index;
  const low = numberAt(words, start);
  const high = low === undefined ? undefined : highOf(words, low, start > index);
  if (low === undefined || high === undefined) return undefined;
  const isShared = high.scale > 1 && low.scale === 1 && low.value < high.value / high.scale;
  const min = isShared ? low.value * high.scale : low.value;
  if (min >= high.value) return undefined;
  return {
    amount: { type: "range", min, max: high.value },
    qualifier: "range",
    last: high.last,
    isDoubtful: false,
    isDefinite: false,
  };
}

/** Where the numbers begin behind «بين» or «ما بين». */
function betweenAt(words: readonly Word[], index: number): number | undefined {
  const at = words[index]?.token.text === "ما" ? index + 1 : index;
  return words[at]?.stem === "بين" ? at + 1 : undefined;
}

function highOf(
  words: readonly Word[],
  low: NumberRead,
  isBetween: boolean,
): NumberRead | undefined {
  const next = words[low.last + 1];
  if (next === undefined) return undefined;
  if (next.token.text === "-" && low.inDigits && !next.token.apart)
    return numberAt(words, low.last + 2);
  if (!isBetween) return undefined;
  if (next.token.text === "الي" || next.token.text === "او") return numberAt(words, low.last + 2);
  return next.isAnd ? numberAt(words, low.last + 1) : undefined;
}
