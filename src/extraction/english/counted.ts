import type { Kind, Who } from "../../domain/figure.ts";
import type { Token } from "../text/tokens.ts";
import { amountAt, type AmountRead } from "./amounts.ts";
import { textAt } from "./lookup.ts";
import { phraseAt } from "./noun-phrase.ts";
import type { NounPhrase } from "./nouns.ts";
import { functionAt, harmAt, harmNounAt } from "./words.ts";

/** An amount with what it counts. */
export interface Counted extends AmountRead {
  /**
   * C people, E people with a harm as adjective ("six wounded men"), B nothing named, H harms
   * ("12 deaths"), G munitions, J lives, Q bodies, R anything else.
   */
  readonly sign: string;
  readonly who: Who;
  /** Of E and H, and of "12 of the dead". */
  readonly kind?: Kind;
  /** "12 of them". */
  readonly isOfThem: boolean;
  /** "a soldier". */
  readonly isImplicit: boolean;
}

/** What is counted at a token; undefined where no number begins and no single person is named. */
export function countedAt(tokens: readonly Token[], at: number): Counted | undefined {
  const amount = amountAt(tokens, at);
  if (amount !== undefined) return countedBy(tokens, amount, false);
  const another = anotherAt(tokens, at);
  if (another !== undefined) return { ...one(at, another), ...anotherPerson };
  const both = bothAt(tokens, at);
  if (both !== undefined) return both;
  const implicit = implicitAt(tokens, at);
  if (implicit === undefined) return at === 0 ? headlineAt(tokens) : undefined;
  const person = countedBy(tokens, implicit, true);
  return person.sign === "C" || person.sign === "E" ? person : undefined;
}

/** "a soldier", "another man", "a third child", "and his wife": one, if a single person follows. */
function implicitAt(tokens: readonly Token[], at: number): AmountRead | undefined {
  const word = textAt(tokens, at);
  const isTheirs =
    /^(?:his|her|their)$/.test(word) && /^(?:and|,|with)$/.test(textAt(tokens, at - 1));
  if (isObjectAt(tokens, at)) return one(at, at);
  if (!isTheirs && !/^(?:an?|another)$/.test(word)) return undefined;
  return one(at, ordinal.test(textAt(tokens, at + 1)) ? at + 1 : at);
}

const ordinal = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/;

/** "killing the driver", "wounding his brother"; not "killing the driver's dog". */
function isObjectAt(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:the|his|her|its)$/.test(textAt(tokens, at))) return false;
  if (harmAt(tokens, at - 1)?.value.sign !== "g") return false;
  const phrase = phraseAt(tokens, at + 1, true);
  return phrase?.isSingular === true && !/^'s?$/.test(textAt(tokens, phrase.last + 1));
}

function one(first: number, last: number): AmountRead {
  return { first, last, amount: { type: "count", count: 1 }, qualifier: "exact", doubts: [] };
}

/** "another was injured", "a third died": the last token. */
function anotherAt(tokens: readonly Token[], at: number): number | undefined {
  const isOrdinal = textAt(tokens, at) === "a" && ordinal.test(textAt(tokens, at + 1));
  if (!isOrdinal && textAt(tokens, at) !== "another") return undefined;
  const last = isOrdinal ? at + 1 : at;
  return /^(?:was|is|has|had|died)$/.test(textAt(tokens, last + 1)) ? last : undefined;
}

/** "both men", "both of the women"; not "both soldiers and civilians". */
function bothAt(tokens: readonly Token[], at: number): Counted | undefined {
  if (textAt(tokens, at) !== "both") return undefined;
  const phrase = phraseAt(tokens, at + 1, false);
  if (phrase === undefined || phrase.sign !== "C" || phrase.isSingular) return undefined;
  const rest = tokens.slice(at + 1, phrase.last + 2).map(({ text }) => text);
  if (rest.some((text) => /^(?:and|or|,)$/.test(text))) return undefined;
  const two = { ...one(at, at), amount: { type: "count", count: 2 } } as const;
  return { ...two, ...countedPhrase(phrase), isOfThem: false, isImplicit: true };
}

const anotherPerson = { sign: "B", who: "persons", isOfThem: false, isImplicit: true } as const;

/** "US soldier killed in Iraq": headlines leave the article out. */
function headlineAt(tokens: readonly Token[]): Counted | undefined {
  if (functionAt(tokens, 0) !== undefined) return undefined;
  const phrase = phraseAt(tokens, 0, true);
  if (phrase === undefined || phrase.sign !== "C" || !phrase.isSingular) return undefined;
  const next = harmAt(tokens, phrase.last + 1)?.value.sign ?? "";
  if (!/^[VDS]$/.test(next)) return undefined;
  return {
    ...one(0, 0),
    ...countedPhrase(phrase),
    isOfThem: false,
    isImplicit: true,
  };
}

function countedBy(tokens: readonly Token[], amount: AmountRead, isImplicit: boolean): Counted {
  const base = { ...amount, who: "persons" as const, isOfThem: false, isImplicit };
  const next = textAt(tokens, amount.last + 1) === '"' ? amount.last + 2 : amount.last + 1;
  const group = isImplicit ? undefined : ofThemAt(tokens, next);
  if (group !== undefined) return { ...base, ...group };
  const isOne = isImplicit || saysOne(tokens, amount);
  const phrase = phraseAt(tokens, next, isOne);
  if (phrase !== undefined) return { ...base, ...countedPhrase(phrase) };
  const last = /^(?:more|others|extra)$/.test(textAt(tokens, next)) ? next : amount.last;
  return { ...base, last, sign: !isImplicit && endsNoun(tokens, last + 1) ? "B" : "R" };
}

/** "one soldier", but not "one of its soldiers". */
function saysOne(tokens: readonly Token[], { amount, last }: AmountRead): boolean {
  return amount.type === "count" && amount.count === 1 && textAt(tokens, last + 1) !== "of";
}

type Group = Pick<Counted, "sign" | "last"> & Partial<Pick<Counted, "who" | "kind" | "isOfThem">>;

function countedPhrase({ sign, last, who, kind }: NounPhrase): Group & Pick<Counted, "who"> {
  return { sign, last, who, ...(kind !== undefined && { kind }) };
}

/** "of them", "of whom", "of those killed", "of the dead". */
function ofThemAt(tokens: readonly Token[], at: number): Group | undefined {
  if (textAt(tokens, at) !== "of") return undefined;
  const word = textAt(tokens, at + 1);
  const them = { sign: "C", isOfThem: true };
  if (/^(?:them|whom|which|us)$/.test(word)) return { ...them, last: at + 1 };
  if (!/^(?:the|those|these)$/.test(word)) return undefined;
  if (textAt(tokens, at + 2) === "victims") return { ...them, last: at + 2 };
  const counted = harmNounAt(tokens, at + 2);
  if (counted !== undefined) return { sign: "H", last: counted.last, kind: counted.value };
  const harm = harmAt(tokens, at + 2);
  if (harm !== undefined && (word === "those" || endsNoun(tokens, harm.last + 1))) {
    return { ...them, last: harm.last, kind: harm.value.kind };
  }
  return word === "the" ? undefined : { ...them, last: at + 1 };
}

/** Whether a number stands for people that are not named: no noun of any kind follows it. */
function endsNoun(tokens: readonly Token[], at: number): boolean {
  switch (tokens[at]?.type) {
    case "number":
      return false;
    case "sign":
      return !/^[%°$€£/+*=']$/.test(textAt(tokens, at));
    case "word":
      return isFunction(tokens, at);
    case "break":
    case undefined:
    default:
      return true;
  }
}

function isFunction(tokens: readonly Token[], at: number): boolean {
  if (textAt(tokens, at).endsWith("ly")) return true;
  return functionAt(tokens, at) !== undefined || harmAt(tokens, at) !== undefined;
}
