import type { Kind } from "../../domain/figure.ts";
import type { Found } from "../found.ts";
import type { Attached, Attachments } from "./attachments.ts";
import type { Count } from "./count.ts";
import type { ArabicMark } from "./marks.ts";
import { modalityAt } from "./modality.ts";
import { isVetoed, sceneOf } from "./vetoes.ts";
import type { Word } from "./words.ts";

/** What is attached and not vetoed, each with the key of its whole. */
export interface KeyedFound {
  readonly found: Found;
  readonly key: number;
  readonly whole?: number;
}

export function figuresOf(
  words: readonly Word[],
  marks: readonly ArabicMark[],
  attached: Attachments,
): readonly KeyedFound[] {
  const scene = sceneOf(words, marks);
  const left = new Map([...attached].filter(([index, { kind }]) => !isVetoed(scene, index, kind)));
  return [...left].flatMap(([key, link]) => {
    const count = marks[key]?.count;
    if (count === undefined || !isWholeLeft(left, attached, link)) return [];
    const found = figureOf(words, marks, count, link);
    return [{ found, key, ...(link.of !== undefined && { whole: link.of }) }];
  });
}

/** A part goes with its whole. */
function isWholeLeft(left: Attachments, attached: Attachments, { of }: Attached): boolean {
  if (of === undefined) return true;
  const whole = attached.get(of);
  return left.has(of) && whole !== undefined && isWholeLeft(left, attached, whole);
}

function figureOf(
  words: readonly Word[],
  marks: readonly ArabicMark[],
  count: Count,
  attached: Attached,
): Found {
  const { kind, ofBefore, qualifier = count.qualifier } = attached;
  const who = whoOf(marks, count, attached);
  const [first, last] = withHarm(marks, count, attached);
  return {
    first: tokenOf(words, first),
    last: tokenOf(words, last),
    kind,
    who,
    amount: count.amount,
    qualifier: count.qualifier === "exact" ? qualifier : count.qualifier,
    modality: modalityAt(words, count.first),
    doubts: isUnnamed(count) ? [...count.doubts, "who"] : count.doubts,
    ...(count.group !== undefined && { group: tokensOf(words, count.group) }),
    ...(count.isBody && { basis: "bodies_recovered" as const }),
    ...(ofBefore && { ofBefore }),
  };
}

/** The words of the count, and those of what happened where they stand close by. */
function withHarm(
  marks: readonly ArabicMark[],
  { first, last }: Count,
  { harm }: Attached,
): readonly [first: number, last: number] {
  const word = marks[harm ?? -1];
  if (word === undefined) return [first, last];
  const both = [Math.min(first, word.first), Math.max(last, word.last)] as const;
  return both[1] - both[0] > longestSpan ? [first, last] : both;
}

/** In words; what is farther away belongs to other figures too. */
const longestSpan = 9;

function isUnnamed({ type }: Count): boolean {
  return type === "d" || type === "o";
}

function tokenOf(words: readonly Word[], index: number): number {
  return words[index]?.at ?? 0;
}

function tokensOf(words: readonly Word[], [first, last]: readonly [number, number]) {
  return [tokenOf(words, first), tokenOf(words, last)] as const;
}

/** Where the count itself does not say who: the munition, or the harmed, named before. */
function whoOf(marks: readonly ArabicMark[], count: Count, { kind, who }: Attached): Found["who"] {
  if (!isMunitionUnnamed(count, kind)) {
    return count.who === "persons" ? (who ?? count.who) : count.who;
  }
  const munition = marks.find(({ count: other }) => {
    return other?.type === "m" && other.first < count.first;
  });
  return munition?.count?.who ?? "bomb";
}

function isMunitionUnnamed({ type }: Count, kind: Kind): boolean {
  return kind === "munitions" && type !== "m";
}
