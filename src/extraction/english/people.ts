import { people, type Who } from "../../domain/figure.ts";
import modifiers from "../lexicon/en/modifiers.json" with { type: "json" };
import nationals from "../lexicon/en/nationals.json" with { type: "json" };
import lexicon from "../lexicon/en/people.json" with { type: "json" };
import type { Token } from "../text/tokens.ts";
import { formsOf, lookupOf, textAt, type Entry, type Lookup } from "./lookup.ts";

/** A noun that names people. */
export interface PersonNoun {
  readonly who: Who;
  readonly isSingular: boolean;
  readonly isPlural: boolean;
  /** Words around it may say more: "members", "officers". */
  readonly isOpen: boolean;
}

/** The noun for people that stands at a token. */
export const personAt: Lookup<PersonNoun> = lookupOf([
  ...lexicon.flatMap(({ who, nouns, isOpen = who === "persons" }) =>
    nouns.flatMap((noun) => entriesOf(noun, { who: whoNamed(who), isOpen })),
  ),
  ...nationals.regular.flatMap((noun) => entriesOf(noun, { who: "persons", isOpen: true })),
]);

/** Words before or behind a noun that say more than it: "police", "Taliban", "of the army". */
const modifierAt: Lookup<Who> = lookupOf(
  modifiers.flatMap(({ who, words }) => words.map((word) => [word, whoNamed(who)] as const)),
);

function entriesOf(
  noun: string,
  of: Pick<PersonNoun, "who" | "isOpen">,
): readonly (readonly [string, PersonNoun])[] {
  const [singular, ...plurals] = formsOf(noun);
  if (plurals.includes(singular)) return [[singular, { ...of, isSingular: true, isPlural: true }]];
  return [
    [singular, { ...of, isSingular: true, isPlural: false }],
    ...plurals.map((plural) => [plural, { ...of, isSingular: false, isPlural: true }] as const),
  ];
}

function whoNamed(name: string): Who {
  return people.find((who) => who === name) ?? "persons";
}

/** "members", "officers" and "people" are whatever the words around them say. */
export function whoOf(
  tokens: readonly Token[],
  first: number,
  head: Entry<PersonNoun>,
  headFirst: number,
): Who {
  const { who, isOpen } = head.value;
  if (!isOpen) return who;
  const before = modifierIn(tokens, first, headFirst, modifierAt);
  if (before !== undefined) return before;
  const isPartOf = /^(?:of|from|in)$/.test(textAt(tokens, head.last + 1));
  if (!isPartOf || !groupWord.test(textAt(tokens, head.last))) return who;
  return modifierIn(tokens, head.last + 2, head.last + 9, saidBehind) ?? who;
}

const groupWord = /^(?:members?|elements?|personnel|officers?|staff|people)$/;

/** "members of the security forces", "of the Taliban". */
const saidBehind: Lookup<Who> = (tokens, at) => {
  const person = personAt(tokens, at);
  return modifierAt(tokens, at) ?? (person && { last: person.last, value: person.value.who });
};

function modifierIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  said: Lookup<Who>,
): Who | undefined {
  for (let at = from; at < to; at += 1) {
    const isOther = tokens[at]?.type !== "word" && textAt(tokens, at) !== "-";
    if (isOther) return undefined;
    const who = said(tokens, at)?.value ?? "persons";
    if (who !== "persons" && who !== "households") return who;
  }
  return undefined;
}
