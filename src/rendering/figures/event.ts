import { munitions } from "../../domain/figure.ts";
import type { Amount, Figure, Kind, Munition, Who } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import { amountPhrase } from "./amount.ts";
import type { Stated } from "./amount.ts";
import type { Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** What happened to whom, without who says so. */
export type Harm = Pick<Figure, "kind" | "who" | "amount" | "qualifier"> & {
  readonly group?: Bilingual | undefined;
};

/** What an amount states: something counted, that there was none, or that nothing is reported. */
export type Statement =
  | { readonly type: "stated"; readonly amount: Stated }
  | { readonly type: "zero" }
  | { readonly type: "not_reported" };

/** A count of nought says the same as a source's "none". */
export function statementOf(amount: Amount): Statement {
  if (amount.type === "zero" || amount.type === "not_reported") return { type: amount.type };
  if (amount.type === "count" && amount.count === 0) return { type: "zero" };
  return { type: "stated", amount };
}

function isMunition(who: Who): who is Munition {
  return munitions.some((munition) => munition === who);
}

type Event = Exclude<Kind, "munitions"> | Munition;

function eventOf(kind: Kind, who: Who): Event {
  if (kind !== "munitions") return kind;
  if (!isMunition(who)) throw new RangeError(`${who} are not munitions`);
  return who;
}

/** A noun phrase with the group it belongs to: "combatants from pro-government forces". */
export function withGroup(amount: Html, group: Bilingual | undefined, voice: Voice): Html {
  if (group === undefined) return amount;
  return say(voice.language, "printing:group", { amount, group: told(group, voice) });
}

/** What is counted, without how many: «مقتل مدنيين», "civilians killed". */
export function eventTitle({ kind, who, group }: Omit<Harm, "amount" | "qualifier">, voice: Voice) {
  const form = who === "persons" ? "plural" : "reported";
  const noun = withGroup(say(voice.language, `printing:nouns.${who}.${form}`), group, voice);
  // Many are neither one nor a known number, of whom "between killed and injured" could be said.
  const variant = kind === "killed_or_injured" ? "reported" : undefined;
  return eventText(eventOf(kind, who), noun, variant, voice);
}

/**
 * One event as a phrase: «مقتل 38 مدنياً», "38 civilians killed"; none as a sentence: «لم يُقتل أي
 * طفل»; nothing reported as that: «لم ترد أنباء عن مقتل مدنيين».
 * @throws RangeError for munitions that are people.
 */
export function eventPhrase(harm: Harm, voice: Voice): Html {
  const statement = statementOf(harm.amount);
  switch (statement.type) {
    case "stated":
      return happened(harm, statement.amount, voice);
    case "zero":
      return nothing(harm, voice);
    case "not_reported":
    default:
      return unreported(harm, voice);
  }
}

function happened({ kind, who, group, qualifier }: Harm, amount: Stated, voice: Voice): Html {
  const phrase = amountPhrase({ amount, qualifier, noun: who }, "oblique", voice);
  // One person cannot be "between killed and injured", and a range has its own "between".
  const either = amount.type === "range" || (amount.type === "count" && amount.count === 1);
  const named = withGroup(phrase, group, voice);
  return eventText(eventOf(kind, who), named, either ? "either" : genderOf(who), voice);
}

function eventText(event: Event, amount: Html, variant: string | undefined, voice: Voice): Html {
  return say(voice.language, `printing:event.${event}`, { amount }, variant);
}

function genderOf(who: Who): "feminine" | undefined {
  return who === "women" || who === "households" ? "feminine" : undefined;
}

function nothing({ kind, who, group }: Harm, voice: Voice): Html {
  const none = say(voice.language, `printing:nouns.${who}.none`);
  const noun = withGroup(none, group, voice);
  const variant = who === "persons" ? "persons" : genderOf(who);
  return say(voice.language, `printing:none.${eventOf(kind, who)}`, { noun }, variant);
}

function unreported({ kind, who, group }: Harm, voice: Voice): Html {
  const noun = withGroup(say(voice.language, `printing:nouns.${who}.reported`), group, voice);
  const event = eventText(eventOf(kind, who), noun, "reported", voice);
  return say(voice.language, "printing:unreported", { event });
}
