import type { Figure } from "../domain/figure.ts";
import { amountPhrase } from "./amount.ts";
import type { Form, Noun, Stated } from "./amount.ts";
import { statementOf, withGroup } from "./event.ts";
import type { Html } from "./html.ts";
import { isFeminine } from "./part-noun.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** A part of a whole with the noun that names it there. */
export interface Part {
  readonly figure: Figure;
  readonly noun: Noun;
}

function isPair({ amount }: Figure): boolean {
  return amount.type === "count" && amount.count === 2;
}

/** The Arabic pronoun of the whole: «بينهم», «بينهن» of women, «بينها» of things, «بينهما» of two. */
function pronounOf(whole: Figure): string | undefined {
  if (isPair(whole)) return "pair";
  if (whole.kind === "munitions" || whole.who === "households") return "things";
  return whole.who === "women" ? "feminine" : undefined;
}

function quantity({ figure, noun }: Part, amount: Stated, form: Form, voice: Voice): Html {
  const phrase = amountPhrase({ amount, qualifier: figure.qualifier, noun }, form, voice);
  return withGroup(phrase, figure.group, voice);
}

function isOneOfTwo({ figure }: Part, whole: Figure): boolean {
  const { amount, qualifier } = figure;
  const one = amount.type === "count" && amount.count === 1;
  return one && (qualifier === "exact" || qualifier === "unspecified") && isPair(whole);
}

function oneOfTwo({ figure, noun }: Part, whole: Figure, voice: Voice): Html {
  const { language } = voice;
  const variant = isFeminine(whole.who) ? "feminine" : undefined;
  if (noun === "same" || noun === "same_feminine") {
    return say(language, "printing:parts.oneAlone", {}, variant);
  }
  const single = say(language, `printing:nouns.${noun}.single`);
  const part = withGroup(single, figure.group, voice);
  return say(language, "printing:parts.oneOfTwo", { part }, variant);
}

interface Counted {
  readonly part: Part;
  readonly amount: Stated;
}

function countedPhrase(counted: readonly Counted[], whole: Figure, voice: Voice): Html | undefined {
  const { language } = voice;
  const [first, ...others] = counted;
  if (first === undefined) return undefined;
  const among = say(language, "printing:among.word", {}, pronounOf(whole));
  if (others.length > 0) {
    const phrases = counted.map(({ part, amount }) => quantity(part, amount, "subject", voice));
    return say(language, "printing:parts.several", { among, parts: listed(phrases, voice) });
  }
  if (isOneOfTwo(first.part, whole)) return oneOfTwo(first.part, whole, voice);
  const part = quantity(first.part, first.amount, "part", voice);
  return say(language, "printing:parts.single", { among, part });
}

function listed(phrases: readonly Html[], { language }: Voice): Html {
  const end = phrases.length - 1;
  return phrases.reduce((first, last, index) =>
    say(language, index === end ? "printing:list.pair" : "printing:list.more", { first, last }),
  );
}

/**
 * The parts of a whole as clauses that follow it: «بينهم 12 طفلاً و3 نساء», "12 of them children";
 * those that the source says are none, or not reported, after those that are counted.
 */
export function partClauses(parts: readonly Part[], whole: Figure, voice: Voice): readonly Html[] {
  const { language } = voice;
  const among = say(language, "printing:among.word", {}, pronounOf(whole));
  const counted: Counted[] = [];
  const none: Part[] = [];
  const unreported: Part[] = [];
  for (const part of parts) {
    const statement = statementOf(part.figure.amount);
    if (statement.type === "stated") counted.push({ part, amount: statement.amount });
    else (statement.type === "zero" ? none : unreported).push(part);
  }
  const sum = countedPhrase(counted, whole, voice);
  const clauses = sum === undefined ? [] : [sum];
  for (const { figure, noun } of none) {
    const plural = say(language, `printing:nouns.${noun}.plural`);
    const variant = clauses.length === 0 ? undefined : "also";
    const args = { among, noun: withGroup(plural, figure.group, voice) };
    clauses.push(say(language, "printing:parts.none", args, variant));
  }
  for (const { figure, noun } of unreported) {
    const reported = say(language, `printing:nouns.${noun}.reported`);
    const args = { among, noun: withGroup(reported, figure.group, voice) };
    clauses.push(say(language, "printing:parts.unreported", args));
  }
  return clauses;
}
