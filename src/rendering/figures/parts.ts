import type { Figure } from "../../domain/figure.ts";
import { statementOf, withGroup } from "./event.ts";
import type { Html } from "../text/html.ts";
import { isPair, pairPhrase } from "./pair.ts";
import { listed, partPhrase } from "./part-phrase.ts";
import type { Counted, Part } from "./part-phrase.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** The Arabic pronoun of the whole: «بينهم», «بينهن» of women, «بينها» of things, «بينهما» of two. */
function pronounOf(whole: Figure): string | undefined {
  if (isPair(whole)) return "pair";
  if (whole.kind === "munitions" || whole.who === "households") return "things";
  return whole.who === "women" ? "feminine" : undefined;
}

function countedPhrase(counted: readonly Counted[], whole: Figure, voice: Voice): Html | undefined {
  const { language } = voice;
  const [first, ...others] = counted;
  if (first === undefined) return undefined;
  const ofTwo = isPair(whole) ? pairPhrase(counted, whole, voice) : undefined;
  if (ofTwo !== undefined) return ofTwo;
  const among = say(language, "printing:among.word", {}, pronounOf(whole));
  if (others.length > 0) {
    const phrases = counted.map((one) => partPhrase(one, "subject", voice));
    return say(language, "printing:parts.several", { among, parts: listed(phrases, voice) });
  }
  const part = partPhrase(first, "part", voice);
  return say(language, "printing:parts.single", { among, part });
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
