import type { Token } from "../text/tokens.ts";
import { attach, type Attachment } from "./attachment.ts";
import { textAt } from "./lookup.ts";
import type { EnglishMark } from "./marks.ts";

const events =
  /^(?:dropp(?:ed|ing)|drops?|fir(?:ed|ing|es)|fires?|launch(?:ed|ing|es)?|hit(?:s|ting)?|land(?:ed|ing|s)?|fell|fall(?:s|ing|en)?|str(?:uck|ikes?|iking)|explod(?:ed|es|ing)|detonat(?:ed|es|ing)|target(?:ed|ing|s)?|rain(?:ed|ing|s)?|lobb(?:ed|ing)|shell(?:ed|ing)|laid|planted|slamm(?:ed|ing)|went|pound(?:ed|ing)|used|crash(?:ed|ing)|impacted|conducted|carried|blasts?|blew|unleashed|resulted|thrown|threw|hurled)$/;
const others =
  /^(?:intercept(?:ed|s|ing)|shot|downed|defused|seized|cache|removed|cleared|found|confiscated|uncovered|stockpile|deliver(?:ed|y)?|dismantled|deactivated|discovered|export|sold|bought|produce[ds]?|satellites?|destroyed|destroying|unexploded|neutrali[sz]ed|disposed|detonations?|controlled)$/;
/** Rockets that go to space, wherever the sentence says so. */
const space =
  /^(?:satellites|orbit|orbital|spacecraft|spaceport|spaceflight|launchpad|astronauts?|cosmonauts?|payloads?)$/;

/** Strikes of people who do not work. */
const labour =
  /^(?:unions?|walkouts?|workers|strikers|staff|drivers|teachers|doctors|nurses|pay|wages?|picket)$/;

/** Bombs that were dropped, shells that landed, air strikes; not those found, sold or shot down. */
export function munitionsOf(
  marks: readonly EnglishMark[],
  tokens: readonly Token[],
): readonly Attachment[] {
  const isHarmful = marks.some(({ sign }) => /^[VvgN]$/.test(sign));
  if (tokens.some(({ text }) => space.test(text))) return [];
  const isLabour = tokens.some(({ text }) => labour.test(text));
  return marks.flatMap((mark, at) => {
    if (mark.sign !== "G" || mark.counted?.isImplicit !== false || isOneOf(tokens, mark)) return [];
    if (isLabour && textAt(tokens, mark.last).startsWith("strike")) return [];
    const isSure = isHarmful || mark.counted.who === "airstrike";
    if (!isSure && !has(tokens, mark, reach, events)) return [];
    if (has(tokens, mark, nearest, others)) return [];
    const one = attach(marks, at, at, "munitions");
    return one === undefined ? [] : [one];
  });
}

/** An event stands no farther from what was used, in tokens. */
const reach = 14;
const nearest = 4;

function has(
  tokens: readonly Token[],
  { first, last }: EnglishMark,
  distance: number,
  words: RegExp,
): boolean {
  const around = tokens.slice(Math.max(0, first - distance), last + 1 + distance);
  return around.some(({ text }) => words.test(text));
}

/** "one of the rockets". */
function isOneOf(tokens: readonly Token[], { first }: EnglishMark): boolean {
  return textAt(tokens, first) === "one" && textAt(tokens, first + 1) === "of";
}
