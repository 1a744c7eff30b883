import type { Figure, Who } from "../../domain/figure.ts";
import { withGroup } from "./event.ts";
import type { Html } from "../text/html.ts";
import { isFeminine } from "./part-noun.ts";
import { listed, partPhrase } from "./part-phrase.ts";
import type { Counted, Part } from "./part-phrase.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

function isExactly({ amount, qualifier }: Figure, count: number): boolean {
  const plain = qualifier === "exact" || qualifier === "unspecified";
  return plain && amount.type === "count" && amount.count === count;
}

/** Whether a whole is two, no more and no fewer: Arabic has a pronoun for them. */
export function isPair(whole: Figure): boolean {
  return isExactly(whole, 2);
}

function isOne({ part }: Counted): boolean {
  return isExactly(part.figure, 1);
}

// Nobody is two of these at once; a woman may be a medic.
const apart: readonly (readonly Who[])[] = [
  ["children", "women", "men"],
  ["civilians", "combatants"],
  ["civilians", "soldiers"],
];

function areApart(one: Figure, other: Figure): boolean {
  if (one.kind !== other.kind) return true;
  const differ = one.who !== other.who;
  return differ && apart.some((whos) => whos.includes(one.who) && whos.includes(other.who));
}

function isSame({ noun }: Part): boolean {
  return noun === "same" || noun === "same_feminine";
}

function genderOf(whole: Figure): "feminine" | undefined {
  return isFeminine(whole.who) ? "feminine" : undefined;
}

function oneOfTwo(part: Part, whole: Figure, voice: Voice): Html {
  const { language } = voice;
  const variant = genderOf(whole);
  if (isSame(part)) return say(language, "printing:parts.oneAlone", {}, variant);
  const single = say(language, `printing:nouns.${part.noun}.single`);
  const named = withGroup(single, part.figure.group, voice);
  return say(language, "printing:parts.oneOfTwo", { part: named }, variant);
}

function bothOfTwo(part: Part, whole: Figure, voice: Voice): Html {
  const { language } = voice;
  const variant = genderOf(whole);
  if (isSame(part)) return say(language, "printing:parts.bothAlone", {}, variant);
  const plural = say(language, `printing:nouns.${part.noun}.plural`, {}, "definite");
  const noun = withGroup(plural, part.figure.group, voice);
  return say(language, "printing:parts.both", { noun }, variant);
}

function member(counted: Counted, voice: Voice): Html {
  if (!isOne(counted)) return partPhrase(counted, "subject", voice);
  const { figure, noun } = counted.part;
  const single = say(voice.language, `printing:nouns.${noun}.single`, {}, "pair");
  return withGroup(single, figure.group, voice);
}

function isWhole(counted: readonly Counted[]): boolean {
  const [first, second, ...others] = counted;
  if (first === undefined || second === undefined || others.length > 0) return false;
  return counted.every(isOne) && areApart(first.part.figure, second.part.figure);
}

/**
 * The counted parts of a pair: «أحدهما طفل», «كلاهما من الأطفال»; where they are all of it «هما
 * امرأة وطفل», "a woman and a child"; undefined where they are said as those of any other whole.
 */
export function pairPhrase(
  counted: readonly Counted[],
  whole: Figure,
  voice: Voice,
): Html | undefined {
  const [first, ...others] = counted;
  if (first === undefined) return undefined;
  if (others.length === 0) {
    if (isOne(first)) return oneOfTwo(first.part, whole, voice);
    return isExactly(first.part.figure, 2) ? bothOfTwo(first.part, whole, voice) : undefined;
  }
  const parts = listed(
    counted.map((one) => member(one, voice)),
    voice,
  );
  if (isWhole(counted)) return say(voice.language, "printing:parts.wholePair", { parts });
  const among = say(voice.language, "printing:among.word", {}, "pair");
  return say(voice.language, "printing:parts.several", { among, parts });
}
