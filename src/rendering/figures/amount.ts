import type { Amount, Kind, Qualifier, Who } from "../../domain/figure.ts";
import type { Html } from "../text/html.ts";
import { formatCount } from "../text/numbers.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** Kinds whose people have a noun of their own: «قتيل», «جريح». */
export type Outcome = Exclude<Kind, "killed_or_injured" | "munitions">;

/** Who of a count of women: Arabic has feminine nouns for them («3 صحفيات»). */
export type WomanNoun = `women_${
  | Extract<Who, "soldiers" | "police" | "journalists" | "medics" | "un_personnel">
  | Outcome}`;

/** Civilians by what became of them: «41 قتيلاً مدنياً». */
export type CivilianNoun = `civilians_${Extract<Outcome, "killed" | "injured">}`;

/** Counts again what its whole counted: "24 of them", «اثنان», of a feminine noun «اثنتان». */
export type SameNoun = "same" | "same_feminine";

/** What is counted. */
export type Noun = Who | Outcome | WomanNoun | CivilianNoun | SameNoun;

/** An amount that counts something; none and "no reports" are sentences of their own. */
export type Stated = Extract<Amount, { readonly type: "count" | "range" | "vague" }>;

/** How many of what, as the source hedged it. */
export interface Quantity {
  readonly amount: Stated;
  readonly qualifier: Qualifier;
  readonly noun: Noun;
}

/**
 * The place of a quantity in its sentence: `subject` («طفلان»), `oblique` after a verbal noun or a
 * preposition («مقتل طفلين»), `part` of a whole (English: "2 of them children").
 */
export type Form = "subject" | "oblique" | "part";

type Range = Extract<Amount, { readonly type: "range" }>;

const hedges = ["at_least", "more_than", "less_than", "about", "up_to"] as const;

/** The hedge that is printed; the other qualifiers are plain in the amount itself. */
export function hedgeOf(qualifier: Qualifier): (typeof hedges)[number] | undefined {
  return hedges.find((hedge) => hedge === qualifier);
}

/**
 * «ما لا يقل عن 427 برميلاً متفجراً», "more than 100 combatants", «مدنيَّين اثنين», "dozens of them
 * children". The noun agrees with its number, in a range with the second; with 101 and 102 it is the
 * singular that the press writes («101 مدني»). A hedge does not change the noun but its case.
 */
export function amountPhrase(quantity: Quantity, form: Form, voice: Voice): Html {
  const hedge = hedgeOf(quantity.qualifier);
  if (hedge === undefined) return bare(quantity, form, voice);
  const inner = voice.language === "ar" ? "oblique" : form;
  const amount = bare(quantity, inner, voice);
  return say(voice.language, `printing:hedge.${hedge}`, { amount }, quantity.amount.type);
}

function bare(quantity: Quantity, form: Form, voice: Voice): Html {
  const { amount, noun } = quantity;
  if (amount.type === "vague") {
    const plural = say(voice.language, `printing:nouns.${noun}.plural`, {}, "definite");
    return say(voice.language, `printing:vague.${amount.word}`, { noun: plural }, form);
  }
  if (amount.type === "range" && amount.min !== amount.max) {
    return ranged(quantity, amount, form, voice);
  }
  const count = amount.type === "range" ? amount.max : amount.count;
  return counted(noun, { count, n: formatCount(count, voice) }, form, voice);
}

interface Number {
  readonly count: number;
  readonly n: Html | string;
}

function counted(noun: Noun, number: Number, form: Form, { language }: Voice): Html {
  return say(language, `printing:nouns.${noun}.counted`, { ...number }, form);
}

function ranged({ noun, qualifier }: Quantity, range: Range, form: Form, voice: Voice): Html {
  const { language } = voice;
  const ends = { min: formatCount(range.min, voice), max: formatCount(range.max, voice) };
  const how = hedgeOf(qualifier) === undefined ? "between" : "hedged";
  const n = say(language, `printing:range.${how}`, ends, form);
  if (range.max > 2) return counted(noun, { count: range.max, n }, form, voice);
  // One and two have no number before their noun that a range could stand for.
  const plural = say(language, `printing:nouns.${noun}.plural`, {}, "definite");
  return say(language, "printing:range.partitive", { n, noun: plural }, form);
}
