import type { Kind, Who } from "../../domain/figure.ts";
import type { Token } from "../text/tokens.ts";
import { textAt, type Entry } from "./lookup.ts";
import { numeralAt } from "./numerals.ts";
import { personAt, whoOf, type PersonNoun } from "./people.ts";
import { functionAt, harmAt, harmNounAt, munitionAt } from "./words.ts";

/** What is counted, with the words before it: "Syrian army soldiers", "civilian deaths". */
export interface NounPhrase {
  /** As of Counted. */
  readonly sign: string;
  readonly last: number;
  readonly who: Who;
  readonly kind?: Kind;
  /** Whether it can only be one. */
  readonly isSingular: boolean;
}

/** A place in a noun phrase where its noun may stand. */
export interface Place {
  /** First token of the phrase. */
  readonly first: number;
  readonly at: number;
  /** Whether only a singular noun fits. */
  readonly isOne: boolean;
}

type Reader = (tokens: readonly Token[], place: Place) => NounPhrase | undefined;

const readers: readonly Reader[] = [agedNoun, harmNoun, livesNoun, munitionNoun, personNoun];

export const nounAt: Reader = (tokens, place) => {
  for (const reader of readers) {
    const noun = reader(tokens, place);
    if (noun !== undefined) return noun;
  }
  return undefined;
};

/** Whether no other noun follows: "police" in "12 police said", not in "12 police stations". */
function stops(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  if (token.type !== "word") return token.text !== "-" || token.apart;
  if (/(?:ed|ing|ly)$/.test(token.text)) return true;
  return functionAt(tokens, at) !== undefined || harmAt(tokens, at) !== undefined;
}

/** "12-year-old": the last token, and whose age it is. */
export function agedAt(
  tokens: readonly Token[],
  at: number,
): { readonly last: number; readonly isChild: boolean } | undefined {
  if (textAt(tokens, at + 1) !== "-") return undefined;
  const age = numeralAt(tokens, at);
  if (age === undefined) return undefined;
  const [dash, unit = "", , old] = tokens.slice(age.last + 1, age.last + 5).map(({ text }) => text);
  if (dash !== "-" || old !== "old" || !/^(?:years?|months?|days?)$/.test(unit)) return undefined;
  return { last: age.last + 4, isChild: age.value < 18 || unit !== "year" };
}

function agedNoun(tokens: readonly Token[], { at }: Place): NounPhrase | undefined {
  const aged = agedAt(tokens, at);
  if (aged === undefined || !stops(tokens, aged.last + 1)) return undefined;
  const who = aged.isChild ? "children" : "persons";
  return { sign: "C", last: aged.last, who, isSingular: true };
}

function harmNoun(tokens: readonly Token[], { first, at }: Place): NounPhrase | undefined {
  const harm = harmNounAt(tokens, at);
  if (harm === undefined || !stops(tokens, harm.last + 1)) return undefined;
  const who = whoseHarm(tokens, first, at, harm.last);
  return { sign: "H", last: harm.last, who, kind: harm.value, isSingular: false };
}

/** "civilian deaths", "one death of a citizen". */
function whoseHarm(tokens: readonly Token[], first: number, at: number, last: number): Who {
  for (let index = first; index < at; index += 1) {
    const who = personAt(tokens, index)?.value.who ?? "persons";
    if (who !== "persons") return who;
  }
  if (!/^(?:of|among)$/.test(textAt(tokens, last + 1))) return "persons";
  const isDetermined = /^(?:an?|the)$/.test(textAt(tokens, last + 2));
  return personAt(tokens, isDetermined ? last + 3 : last + 2)?.value.who ?? "persons";
}

/** Bodies of the sky, of water and of the state. */
const otherBodies =
  /^(?:small|celestial|heavenly|rocky|icy|planetary|water|public|state|government|governing|regulatory|supervisory|advisory|legislative|international|professional|official|independent|student|trade|sports?)$/;

function livesNoun(tokens: readonly Token[], { first, at, isOne }: Place): NounPhrase | undefined {
  if (tokens.slice(first, at).some(({ text }) => otherBodies.test(text))) return undefined;
  const common = { last: at, who: "persons", isSingular: false } as const;
  switch (textAt(tokens, at)) {
    case "lives":
      return { ...common, sign: "J" };
    case "life":
      return isOne ? { ...common, sign: "J" } : undefined;
    case "bodies":
    case "corpses":
      return { ...common, sign: "Q", kind: "killed" };
    case "body":
      return isOne ? { ...common, sign: "Q", kind: "killed" } : undefined;
    default:
      return undefined;
  }
}

function munitionNoun(tokens: readonly Token[], { at }: Place): NounPhrase | undefined {
  const munition = munitionAt(tokens, at);
  if (munition === undefined || !stops(tokens, munition.last + 1)) return undefined;
  return { sign: "G", last: munition.last, who: munition.value, isSingular: false };
}

function personNoun(tokens: readonly Token[], { first, at, isOne }: Place): NounPhrase | undefined {
  const person = personAt(tokens, at);
  if (person === undefined || !agrees(tokens, person, isOne)) return undefined;
  const who = whoOf(tokens, first, person, at);
  return { sign: "C", last: person.last, who, isSingular: person.value.isSingular };
}

/** "12 police" and "22 policeman" are read if no other noun follows. */
function agrees(
  tokens: readonly Token[],
  { last, value: { isSingular } }: Entry<PersonNoun>,
  isOne: boolean,
): boolean {
  if (isOne && !isSingular) return false;
  return !isSingular || stops(tokens, last + 1) || personFollows(tokens, last + 1);
}

/** The second part of "police officers", "civilian deaths". */
export function personFollows(tokens: readonly Token[], at: number): boolean {
  return personAt(tokens, at) !== undefined || harmNounAt(tokens, at) !== undefined;
}
