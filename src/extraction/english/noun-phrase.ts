import type { Kind } from "../../domain/figure.ts";
import type { Token } from "../text/tokens.ts";
import { textAt } from "./lookup.ts";
import { agedAt, nounAt, personFollows, type NounPhrase } from "./nouns.ts";
import { numeralAt } from "./numerals.ts";
import { withOthers } from "./together.ts";
import { functionAt, harmAt } from "./words.ts";

/** Words that a noun may have before it. */
const mostWords = 8;

/** Function words that may also stand before a noun. */
const alsoAdjectives = new Set(
  "north south east west early late other others more set all top suspected confirmed alleged the its their his her our known presumed reported likely documented registered recorded both last displaced left estimated".split(
    " ",
  ),
);

/** The noun phrase that begins at a token, behind the number; `isOne`: its noun must be singular. */
export function phraseAt(
  tokens: readonly Token[],
  at: number,
  isOne: boolean,
): NounPhrase | undefined {
  const isOf = textAt(tokens, at) === "of";
  const first = isOf ? at + 1 : at;
  let next = first;
  let kind: Kind | undefined;
  let best: NounPhrase | undefined;
  while (next < first + mostWords) {
    const noun = nounAt(tokens, { first, at: next, isOne });
    if (noun === undefined) {
      const passed = wordAt(tokens, next, isOf);
      if (passed === undefined) break;
      if (best === undefined) kind ??= harmAt(tokens, next)?.value.kind;
      next = passed + 1;
      continue;
    }
    best = harmed(noun, kind);
    if (isWhole(tokens, noun)) break;
    next = noun.last + 1;
  }
  return best && withOthers(tokens, best);
}

function isWhole(tokens: readonly Token[], { isSingular, last }: NounPhrase): boolean {
  return !isSingular || !personFollows(tokens, last + 1);
}

/** "six wounded men". */
function harmed(noun: NounPhrase, kind: Kind | undefined): NounPhrase {
  return kind === undefined || noun.sign !== "C" ? noun : { ...noun, sign: "E", kind };
}

/** Passes over a word before the noun: its last token. */
function wordAt(tokens: readonly Token[], at: number, isOf: boolean): number | undefined {
  const aged = agedAt(tokens, at);
  if (aged !== undefined) return aged.last;
  switch (tokens[at]?.type) {
    case "number":
      return isOf ? at : undefined;
    case "sign":
      return isJoined(tokens, at) ? at : undefined;
    case "word":
      return adjectiveAt(tokens, at);
    case "break":
    case undefined:
    default:
      return undefined;
  }
}

function adjectiveAt(tokens: readonly Token[], at: number): number | undefined {
  const text = textAt(tokens, at);
  if (text.length === 1 && textAt(tokens, at + 1) === ".") return at + 1;
  if (/^an?$/.test(text) || numeralAt(tokens, at) !== undefined) return undefined;
  if (alsoAdjectives.has(text)) return at;
  const harm = harmAt(tokens, at);
  if (harm !== undefined) return /^[VS]$/.test(harm.value.sign) ? harm.last : undefined;
  return functionAt(tokens, at) === undefined || text.endsWith("ly") ? at : undefined;
}

/** A hyphen between two parts of a word, an apostrophe or a quotation mark. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const isHyphen = tokens[at]?.apart === false && tokens[at + 1]?.apart === false;
  return textAt(tokens, at) === "-" ? isHyphen : /^["']$/.test(textAt(tokens, at));
}
