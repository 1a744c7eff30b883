import { kinds, munitions, type Kind, type Who } from "../../domain/figure.ts";
import amongLexicon from "../lexicon/en/among.json" with { type: "json" };
import functionWords from "../lexicon/en/function-words.json" with { type: "json" };
import harmLexicon from "../lexicon/en/harms.json" with { type: "json" };
import munitionLexicon from "../lexicon/en/munitions.json" with { type: "json" };
import tollLexicon from "../lexicon/en/tolls.json" with { type: "json" };
import { formsOf, lookupOf, type Lookup } from "./lookup.ts";

/** A word of harm: its kind, and its sign in the patterns. */
export interface HarmWord {
  readonly kind: Kind;
  readonly sign: string;
}

function kindNamed(name: string): Kind {
  return kinds.find((kind) => kind === name) ?? "killed";
}

/** "killed" V, "killing" g, "kill" v, "died" D, "dead" S, "the death (of)" N, "death toll" T. */
export const harmAt: Lookup<HarmWord> = (tokens, at) =>
  listedHarmAt(tokens, at) ?? fledAt(tokens, at);

/** "fled Kalma camp"; suspects and prisoners flee too. */
const fledAt: Lookup<HarmWord> = (tokens, at) => {
  const place = tokens[at + 1];
  const isFled = tokens[at]?.text === "fled" && place?.type === "word" && !place.isLower;
  if (!isFled || tokens.slice(Math.max(0, at - 8), at + 6).some(({ text }) => fugitive.test(text)))
    return undefined;
  return { last: at, value: { kind: "displaced", sign: "D" } };
};

const fugitive =
  /^(?:prison|jail|custody|inmates?|prisoners?|detainees?|suspects?|attackers?|gunm[ae]n|assailants?|robbers?|escaped|police)$/;

const listedHarmAt: Lookup<HarmWord> = lookupOf([
  ...harmLexicon.flatMap((row) =>
    (
      [
        ["V", row.done],
        ["g", row.doing],
        ["v", row.do],
        ["S", row.state],
        ["D", row.happened],
        ["N", row.nouns],
      ] as const
    ).flatMap(([sign, words]) => words.map((word) => harmEntry(word, row.kind, sign))),
  ),
  ...amongLexicon.flatMap(({ kind, words }) => words.map((word) => harmEntry(word, kind, "U"))),
  ...tollLexicon.flatMap(({ kind, words }) => words.map((word) => harmEntry(word, kind, "T"))),
]);

function harmEntry(word: string, kind: string, sign: string): readonly [string, HarmWord] {
  return [word, { kind: kindNamed(kind), sign }];
}

/** What is counted as a harm itself: "12 deaths", "950 civilian casualties". */
export const harmNounAt: Lookup<Kind> = lookupOf(
  harmLexicon.flatMap(({ kind, counted }) =>
    counted.flatMap(formsOf).map((form) => [form, kindNamed(kind)] as const),
  ),
);

export const munitionAt: Lookup<Who> = lookupOf(
  munitionLexicon.flatMap(({ who, nouns }) =>
    munitions
      .filter((known) => known === who)
      .flatMap((known) => nouns.flatMap(formsOf).map((form) => [form, known] as const)),
  ),
);

/** Words of grammar, by their sign; the empty sign is passed over. */
export const functionAt: Lookup<string> = lookupOf(
  Object.entries(functionWords).flatMap(([sign, words]) =>
    words.map((word) => [word, sign] as const),
  ),
);
