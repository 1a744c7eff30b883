import type { Amount, VagueWord, Who } from "../../domain/figure.ts";
import type { Doubt } from "../../extraction/figure.ts";
import { upperBound } from "../check/bounds.ts";
import type { Said } from "./said.ts";

/** `near`: one says less than the other, and neither is false beside it. */
type Degree = "same" | "near" | "other";

/** How far what a text says agrees with a figure, field by field. */
export interface Likeness {
  readonly kind: Degree;
  readonly who: Degree;
  readonly amount: Degree;
  readonly qualifier: Degree;
}

/** Something that was read in a text, and where its reading is not sure. */
export interface Read extends Said {
  readonly doubts: readonly Doubt[];
}

export function likeness(read: Read, figure: Said): Likeness {
  return {
    kind: kindLikeness(read, figure),
    who: whoLikeness(read, figure.who),
    amount: amountLikeness(read.amount, figure),
    qualifier: isSameHedge(read, figure) ? "same" : "other",
  };
}

/** Nobody killed or injured is nobody killed, and nobody injured; so is it where nobody is known. */
function kindLikeness(read: Said, figure: Said): Degree {
  if (read.kind === figure.kind) return "same";
  const kinds = [read.kind, figure.kind];
  const isNobody =
    ["zero", "not_reported"].includes(read.amount.type) && read.amount.type === figure.amount.type;
  const isBoth = kinds.includes("killed_or_injured");
  const isEither = kinds.includes("killed") || kinds.includes("injured");
  return isNobody && isBoth && isEither ? "same" : "other";
}

/** Who is meant and how the number is hedged are compared so that a doubt says nothing false. */
export function isSure({ doubts }: Read): boolean {
  return doubts.every((doubt) => doubt === "who" || doubt === "qualifier");
}

export function isSame({ kind, who, amount, qualifier }: Likeness): boolean {
  return [kind, who, amount, qualifier].every((degree) => degree === "same");
}

export function isSameAmount(one: Amount, other: Amount): boolean {
  switch (one.type) {
    case "count":
      return other.type === "count" && one.count === other.count;
    case "range":
      return other.type === "range" && one.min === other.min && one.max === other.max;
    case "vague":
      return other.type === "vague" && isSameWord(one.word, other.word);
    case "zero":
    case "not_reported":
      return one.type === other.type;
  }
}

/** In Arabic they are one word. */
const dozens: readonly VagueWord[] = ["tens", "dozens", "scores"];

function isSameWord(one: VagueWord, other: VagueWord): boolean {
  return one === other || (dozens.includes(one) && dozens.includes(other));
}

/** A word says less than a number, unless the number is too small for it. */
function amountLikeness(read: Amount, figure: Said): Degree {
  const { amount } = figure;
  if (isSameAmount(read, amount)) return "same";
  const isVaguer = read.type === "vague" && (amount.type === "count" || amount.type === "range");
  return isVaguer && upperBound(figure) >= fewest[read.word] ? "near" : "other";
}

/** Below it nobody would use the word; no number is made of it. */
const fewest: Readonly<Record<VagueWord, number>> = {
  several: 2,
  tens: 20,
  dozens: 20,
  scores: 20,
  hundreds: 200,
  thousands: 2000,
};

/** Two numbers are told apart before their hedges are, and zero has none. */
function isSameHedge({ amount, qualifier, doubts }: Read, figure: Said): boolean {
  if (doubts.includes("qualifier") || !isSameAmount(amount, figure.amount)) return true;
  if (amount.type === "zero" || amount.type === "not_reported") return true;
  // Where the source did not say how sure its number is, texts have the bare number.
  const hedge = figure.qualifier === "unspecified" ? "exact" : figure.qualifier;
  return qualifier === hedge;
}

/** Those whom nobody calls civilians. */
export const armed: readonly Who[] = ["soldiers", "combatants", "police", "security"];

/** "People" is less than a source said who counted civilians; "civilians" is more than "people". */
function whoLikeness({ who, doubts }: Read, figure: Who): Degree {
  if (who === figure || doubts.includes("who")) return "same";
  if (who === "persons") return "near";
  return armed.includes(who) && armed.includes(figure) ? "near" : "other";
}
