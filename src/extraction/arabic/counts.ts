import type { Qualifier } from "../../domain/figure.ts";
import { nounAlone, oneOfAt } from "./alone.ts";
import { amountAt, hedgeAfter, type AmountRead } from "./amounts.ts";
import { twoBodiesAt } from "./bodies.ts";
import type { Count } from "./count.ts";
import { countedNounAt, isOpenAfter } from "./counted.ts";
import { withNoun } from "./noun-phrase.ts";
import type { Word } from "./words.ts";

/** What is counted from this word on; undefined where nothing is. */
export function countAt(words: readonly Word[], index: number): Count | undefined {
  const word = words[index];
  if (word === undefined || word.token.type === "sign") return undefined;
  const count = readAt(words, index);
  return count === undefined ? undefined : withHedgeAfter(words, count);
}

function readAt(words: readonly Word[], index: number): Count | undefined {
  const word = words[index];
  if (word?.stem === "احد" || word?.stem === "احدي") {
    const one = oneOfAt(words, index);
    if (one !== undefined || words[index + 1]?.lexeme.numeral === undefined) return one;
  }
  const bodies = twoBodiesAt(words, index);
  if (bodies !== undefined) return bodies;
  const amount = amountAt(words, index);
  return amount === undefined ? nounAlone(words, index) : counted(words, amount);
}

function withHedgeAfter(words: readonly Word[], count: Count): Count {
  const hedge = hedgeAfter(words, count.last + 1);
  if (hedge === undefined || count.type === "x") return count;
  const isCounted = count.amount.type === "count";
  return {
    ...count,
    last: hedge.last,
    isHedged: true,
    qualifier: isCounted && count.qualifier === "exact" ? hedge.meaning : count.qualifier,
  };
}

/** A number with its noun. */
function counted(words: readonly Word[], amount: AmountRead): Count | undefined {
  const middle = hedgeAfter(words, amount.last + 1);
  const common = withMiddle(amount, middle?.meaning);
  const nothing = { type: "x", who: "persons", base: "" } as const;
  if (isPercent(words, amount)) return { ...common, ...nothing, last: amount.last };
  if (isDate(words, amount)) return { ...common, ...nothing, last: amount.last, type: "t" };
  const next = (middle?.last ?? amount.last) + 1;
  const noun = countedNounAt(words, next, amount.amount);
  if (noun !== undefined) return { ...common, ...withNoun(words, noun) };
  const isOpen = isOpenAfter(words, next);
  if (amount.isDefinite && !amount.isHedged && isOpen && amount.amount.type !== "vague")
    return undefined;
  return { ...common, ...nothing, last: next - 1, type: isOpen ? "d" : "x" };
}

/** With the hedge between number and noun: «30 على الأقل». */
function withMiddle(amount: AmountRead, middle: Qualifier | undefined) {
  const { first, amount: value, qualifier, isHedged, isDoubtful } = amount;
  return {
    first,
    amount: value,
    qualifier: qualifier === "exact" ? (middle ?? qualifier) : qualifier,
    isHedged: isHedged || middle !== undefined,
    doubts: isDoubtful ? (["decimal_or_thousands"] as const) : [],
  };
}

const hundredth = /^(?:في الم[اي]?يه|بالم[اي]?يه)(?: |$)/u;

/** «5%», «5 في المئة», «5 بالمائة». */
function isPercent(words: readonly Word[], { first, last }: AmountRead): boolean {
  const next = words.slice(last + 1, last + 3).map(({ token }) => token.text);
  return words[first - 1]?.token.text === "%" || next[0] === "%" || hundredth.test(next.join(" "));
}

/** «27 مايو», «عام 2014». */
function isDate(words: readonly Word[], { first, last, amount, isHedged }: AmountRead): boolean {
  const next = words[last + 1];
  if (next?.lexeme.isMonth) return true;
  if (amount.type !== "count" || isHedged) return false;
  return isYear(amount.count, words[first], words[first - 1], next);
}

const yearWords = new Set([
  "عام",
  "العام",
  "سنه",
  "منذ",
  "لعام",
  "بعام",
  "موسم",
  "صيف",
  "شتاء",
  "ربيع",
  "خريف",
  "وعام",
  "لسنه",
  "مونديال",
]);

function isYear(
  value: number,
  word: Word | undefined,
  before: Word | undefined,
  next: Word | undefined,
): boolean {
  if (before?.lexeme.isMonth && value > 1000) return true;
  if (before !== undefined && yearWords.has(before.token.text)) return value > 1000;
  if (word?.token.type !== "number" || value < 1900 || value > 2100) return false;
  return next?.lexeme.noun === undefined && !/[.,]/.test(word.token.text);
}
