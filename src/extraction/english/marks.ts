import type { Kind, Who } from "../../domain/figure.ts";
import type { Mark } from "../grammar/pattern.ts";
import type { Token } from "../text/tokens.ts";
import { countedAt, type Counted } from "./counted.ts";
import { textAt } from "./lookup.ts";
import { noneAt } from "./none.ts";
import { personAt } from "./people.ts";
import { functionAt, harmAt, munitionAt } from "./words.ts";

/**
 * Signs: C E B H G J Q R as of Counted; Z nobody, Y no harm ("no casualties"); V g v D S N T as of
 * HarmWord; P people and M munitions that are not counted; of lexicon/en/function-words.json:
 * i f e t a prepositions, & |, b be, h have, n not, m modal verbs, w which, k clause words, s saying,
 * j said of ("feared"), L leave, F force, z claim, l take or cost (lives), Λ claim the lives of, ^ lose, r rise, q exceed, # number of,
 * U including, O of whom, c lead to, % a day, x release, K hold, X any; , - ; : ( ) signs; ~ a verb that is
 * not known, o any other word.
 */
export interface EnglishMark extends Mark {
  readonly counted?: Counted;
  /** Of a word of harm, of Y, and of "the victims". */
  readonly kind?: Kind;
  /** Of Z and P. */
  readonly who?: Who;
}

/** The marks of a sentence; adverbs, articles, hyphens and quotation marks have none. */
export function marksOf(tokens: readonly Token[]): readonly EnglishMark[] {
  const marks: EnglishMark[] = [];
  let at = 0;
  while (at < tokens.length) {
    const mark = markAt(tokens, at);
    if (mark.sign !== "") marks.push(mark);
    at = mark.last + 1;
  }
  return marks;
}

function markAt(tokens: readonly Token[], at: number): EnglishMark {
  const token = tokens[at];
  if (token?.type === "sign") return { sign: signOf(tokens, at), first: at, last: at };
  const none = noneAt(tokens, at);
  if (none !== undefined) return none;
  const counted = countedMarkAt(tokens, at);
  return longPhraseAt(tokens, at, counted !== undefined) ?? counted ?? wordAt(tokens, at);
}

const punctuation = new Map([
  ["[", "("],
  ["]", ")"],
  ...Array.from(",;:()&", (sign) => [sign, sign] as const),
]);

function signOf(tokens: readonly Token[], at: number): string {
  const text = textAt(tokens, at);
  return text === "-" ? dashAt(tokens, at) : (punctuation.get(text) ?? "");
}

/** Hyphens have no sign; " - " and " -- " have one. */
function dashAt(tokens: readonly Token[], at: number): string {
  const after = tokens[at + 1];
  const isHyphen = tokens[at]?.apart === false && after?.apart === false && after.type !== "sign";
  return isHyphen || textAt(tokens, at - 1) === "-" ? "" : "-";
}

/** "the number of", "the death toll", "the loss of": longer than the numbers that begin alike. */
function longPhraseAt(
  tokens: readonly Token[],
  at: number,
  isCounted: boolean,
): EnglishMark | undefined {
  const harm = harmAt(tokens, at);
  const phrase = functionAt(tokens, at);
  const phraseLast = phrase?.last ?? at;
  if (harm !== undefined && harm.last > at && harm.last >= phraseLast) {
    return { ...harm.value, first: at, last: harm.last };
  }
  if (phrase === undefined || phraseLast === at || isCounted) return undefined;
  return { sign: phrase.value, first: at, last: phraseLast };
}

function countedMarkAt(tokens: readonly Token[], at: number): EnglishMark | undefined {
  const counted = countedAt(tokens, at);
  if (counted === undefined) return undefined;
  const { sign, last, kind } = counted;
  return { sign, first: at, last, counted, ...(kind !== undefined && { kind }) };
}

function wordAt(tokens: readonly Token[], at: number): EnglishMark {
  const harm = harmAt(tokens, at);
  if (harm !== undefined) return { ...harm.value, first: at, last: harm.last };
  const word = functionAt(tokens, at);
  if (word !== undefined)
    return { sign: isMay(tokens[at]) ? "o" : word.value, first: at, last: word.last };
  const munition = munitionAt(tokens, at);
  if (munition !== undefined) return { sign: "M", first: at, last: munition.last };
  const person = personAt(tokens, at);
  if (person === undefined) return { sign: otherSign(tokens[at]), first: at, last: at };
  const isVictims = /^victims?$/.test(textAt(tokens, at));
  const named = { sign: "P", first: at, last: person.last, who: person.value.who };
  return isVictims ? { ...named, kind: "killed" } : named;
}

/** The month. */
export function isMay(token: Token | undefined): boolean {
  return token?.text === "may" && !token.isLower;
}

function otherSign(token: Token | undefined): string {
  if (token?.text.endsWith("ly") === true) return "";
  return token?.isLower === true && token.text.endsWith("ed") ? "~" : "o";
}
