import type { Figure, Kind, Who } from "../../domain/figure.ts";
import type { Noun, Outcome, WomanNoun } from "./amount.ts";

const womenNouns = [
  "women_soldiers",
  "women_police",
  "women_journalists",
  "women_medics",
  "women_un_personnel",
  "women_killed",
  "women_injured",
  "women_missing",
  "women_detained",
  "women_abducted",
  "women_displaced",
] as const satisfies readonly WomanNoun[];

const feminineNouns: readonly Who[] = ["women", "households", "shell", "airstrike", "ied", "bomb"];

/** Whether the Arabic noun of what is counted is feminine, as the words that stand for it must be. */
export function isFeminine(who: Who): boolean {
  return feminineNouns.includes(who);
}

/** A noun as it is said of the members of a whole: of women, feminine where it has such a form. */
function saidOf(whole: Figure, noun: Who | Outcome): Noun {
  if (whole.who !== "women") return noun;
  return womenNouns.find((feminine) => feminine === `women_${noun}`) ?? noun;
}

function isOutcome(kind: Kind): kind is Outcome {
  return kind !== "killed_or_injured" && kind !== "munitions";
}

function isAlike(part: Figure, whole: Figure): boolean {
  return part.who === whole.who && part.group === undefined;
}

/** A part that suffered what its whole did is named by who they are, or by number if that is said. */
function nounOfWho(part: Figure, whole: Figure): Noun {
  const { amount } = part;
  const numbered = amount.type === "count" && amount.count > 0;
  if (!numbered || !isAlike(part, whole)) return saidOf(whole, part.who);
  return isFeminine(whole.who) ? "same_feminine" : "same";
}

/** A part that suffered one of two harms is named by it: "20 of them killed". */
function nounOfOutcome(part: Figure, whole: Figure): Noun | undefined {
  const persons = part.who === "persons" && part.group === undefined;
  const named = persons || isAlike(part, whole);
  return named && isOutcome(part.kind) ? saidOf(whole, part.kind) : undefined;
}

/**
 * How a part can be named beside its whole: by who they are, by what happened to them, or by number
 * alone; undefined where it needs a sentence of its own.
 */
export function partNoun(part: Figure, whole: Figure): Noun | undefined {
  // People are no part of a number of households.
  if ((whole.who === "households") !== (part.who === "households")) return undefined;
  return part.kind === whole.kind ? nounOfWho(part, whole) : nounOfOutcome(part, whole);
}
