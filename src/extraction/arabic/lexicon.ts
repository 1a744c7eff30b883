import {
  kinds,
  munitions as munitionWhos,
  people as peopleWhos,
  vagueWords,
  type Kind,
  type VagueWord,
  type Who,
} from "../../domain/figure.ts";
import harmMasdars from "../lexicon/ar/harm-masdars.json" with { type: "json" };
import harmNouns from "../lexicon/ar/harm-nouns.json" with { type: "json" };
import harmVerbs from "../lexicon/ar/harm-verbs.json" with { type: "json" };
import months from "../lexicon/ar/months.json" with { type: "json" };
import munitions from "../lexicon/ar/munitions.json" with { type: "json" };
import nationalities from "../lexicon/ar/nationalities.json" with { type: "json" };
import numerals from "../lexicon/ar/numerals.json" with { type: "json" };
import people from "../lexicon/ar/people.json" with { type: "json" };
import things from "../lexicon/ar/things.json" with { type: "json" };
import vague from "../lexicon/ar/vague.json" with { type: "json" };
import words from "../lexicon/ar/words.json" with { type: "json" };
import { foldWord } from "../text/fold.ts";
import { oneOf } from "./checked.ts";
import { formsOf, type NounEntry, type NounForm } from "./inflect.ts";
import { verbFormsOf } from "./verbs.ts";

/** A form of a noun that can be counted. */
export interface Noun extends NounForm {
  /** Of people, of the harmed («قتيل»), of munitions. */
  readonly type: "people" | "harm" | "munition";
  /** The word under which it stands in its lexicon, folded. */
  readonly base: string;
  readonly who: Who;
  readonly kind?: Kind;
  readonly isBody?: true;
  /** «شقيقه» is one who is counted, though he has an owner. */
  readonly isKin?: true;
}

export interface Verb {
  readonly kind: Kind;
  /** In the plural or dual, which stands behind its subject. */
  readonly isAfter: boolean;
  readonly isPresent: boolean;
  /** Says many other things: counts only what stands directly behind it. */
  readonly isClose: boolean;
}

export interface Numeral {
  readonly value: number;
  readonly isScale: boolean;
}

export type WordClass = keyof typeof words;

/** All that a written form can be. */
export interface Lexeme {
  readonly noun?: Noun;
  readonly verb?: Verb;
  readonly masdar?: Kind;
  readonly numeral?: Numeral;
  readonly vague?: VagueWord;
  readonly classes?: readonly WordClass[];
  readonly isThing?: true;
  readonly isMonth?: true;
}

const lexemes = new Map<string, Lexeme>();

/** By the folded form without prefixes. */
export function lexemeOf(form: string): Lexeme | undefined {
  return lexemes.get(form);
}

/** What was there first stays: the files are added from the particular to the general. */
function add(form: string, lexeme: Lexeme): void {
  lexemes.set(form, { ...lexeme, ...lexemes.get(form) });
}

function addNoun(
  entry: NounEntry,
  what: Pick<Noun, "type" | "who" | "kind" | "isBody" | "isKin">,
): void {
  const folded: NounEntry = {
    ...entry,
    word: foldWord(entry.word),
    isOpen: /[ةاى]$/u.test(entry.word),
    plurals: (entry.plurals ?? []).map((plural) => foldWord(plural)),
  };
  for (const form of formsOf(folded)) {
    const who = form.isFeminine && what.who === "persons" ? "women" : what.who;
    add(form.form, { noun: { ...form, ...what, who, base: folded.word } });
  }
}

function addClasses(): void {
  const classes = new Map<string, WordClass[]>();
  for (const name of wordClasses) {
    for (const word of words[name]) {
      const form = foldWord(word);
      classes.set(form, [...(classes.get(form) ?? []), name]);
    }
  }
  for (const [form, names] of classes) add(form, { classes: names });
}

const wordClasses = Object.keys(words).filter((name): name is WordClass => name in words);

for (const { value, words: forms, scale } of numerals) {
  for (const form of forms) add(foldWord(form), { numeral: { value, isScale: scale === true } });
}
for (const { vague: word, words: forms } of vague) {
  for (const form of forms) add(foldWord(form), { vague: oneOf(vagueWords, word) });
}
for (const entry of harmNouns) {
  addNoun(entry, {
    type: "harm",
    who: "persons",
    kind: oneOf(kinds, entry.kind),
    ...(entry.basis !== undefined && { isBody: true }),
  });
}
for (const entry of munitions)
  addNoun(entry, { type: "munition", who: oneOf(munitionWhos, entry.who) });
for (const entry of people) {
  addNoun(entry, {
    type: "people",
    who: oneOf(peopleWhos, entry.who),
    ...(entry.kin !== undefined && { isKin: true }),
  });
}
for (const word of nationalities) {
  addNoun({ word, sound: true, feminine: true }, { type: "people", who: "persons" });
}
for (const entry of harmVerbs) {
  for (const { form, ...verb } of verbFormsOf({ ...entry, kind: oneOf(kinds, entry.kind) }))
    add(form, { verb });
}
for (const { kind, words: forms } of harmMasdars) {
  for (const form of forms) add(foldWord(form), { masdar: oneOf(kinds, kind) });
}
addClasses();
for (const word of things) add(foldWord(word), { isThing: true });
for (const word of months) add(foldWord(word), { isMonth: true });
