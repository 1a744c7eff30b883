import { attach, type Attachment } from "./attachment.ts";
import type { EnglishMark } from "./marks.ts";
import { wordsOf, type Scene } from "./vetoes.ts";

type Echo = (scene: Scene, at: number, before: readonly Attachment[]) => Attachment | undefined;

/** Numbers that lean on another of their sentence: on its harm, or on its amount. */
export function echoesOf(
  scene: Scene,
  found: ReadonlyMap<number, Attachment>,
): readonly Attachment[] {
  const all = [...found.values()];
  return scene.marks.flatMap((mark, at) => {
    const reader = readerOf(mark);
    const before = reader === undefined ? [] : all.filter((one) => one.mark < at && one.harm < at);
    const echo = reader?.(scene, at, before);
    return echo === undefined ? [] : [echo];
  });
}

function readerOf({ sign, counted }: EnglishMark): Echo | undefined {
  if (sign === "k") return asMany;
  if (sign === "B") return (...scene) => total(...scene) ?? badly(...scene);
  return counted?.isOfThem === true ? badly : undefined;
}

const adding =
  /^(?:bringing|brings|brought|taking|takes|took|raising|raises|raised|pushing|pushed) the (?:total|tally) to$/;

/** "Twelve more died, bringing the total to 45": of the one harm that was named. */
const total: Echo = ({ marks, tokens }, at, before) => {
  const { first = 0, counted } = marks[at] ?? {};
  const [one] = before;
  if (one === undefined || !adding.test(wordsOf(tokens, first - 4, first))) return undefined;
  const isOneKind = before.every(({ kind }) => kind === one.kind && kind !== "munitions");
  const isMore = before.every(({ amount }) => countOf(amount) < countOf(counted?.amount));
  return isOneKind && isMore ? attach(marks, at, at, one.kind) : undefined;
};

function countOf(amount: Attachment["amount"] | undefined): number {
  return amount?.type === "count" ? amount.count : 0;
}

const same = /^(?!twice|times|half|thrice).+ as many$/;

/** "Four people were killed and as many injured"; not "as many as 12", not "twice as many". */
const asMany: Echo = ({ marks, tokens }, at, before) => {
  const { first = 0 } = marks[at] ?? {};
  const one = before.at(-1);
  if (one?.amount.type !== "count" || !same.test(wordsOf(tokens, first - 1, first + 2)))
    return undefined;
  const next = marks.findIndex((mark) => mark.first > first + 1 && !/^[bh]$/.test(mark.sign));
  const harm = marks[next];
  if (harm?.kind === undefined || !/^[VD]$/.test(harm.sign)) return undefined;
  const isAtLeast = wordsOf(tokens, first - 2, first) === "at least";
  const { amount, doubts } = one;
  const qualifier = isAtLeast ? "at_least" : one.qualifier;
  const place = { first, last: harm.last, mark: at, harm: next };
  return { ...place, kind: harm.kind, who: "persons", amount, qualifier, doubts };
};

const adverb =
  /^(?:critically|seriously|severely|gravely|badly|slightly|lightly)(?: (?:[,.;)]|and))?$/;

/** "wounded 14, two critically", "three of them seriously". */
const badly: Echo = ({ marks, tokens }, at, before) => {
  const { last = 0 } = marks[at] ?? {};
  const whole = before.findLast((one) => one.kind === "injured" && one.whole === undefined);
  const isPart = whole !== undefined && whole === before.at(-1);
  if (!isPart || !adverb.test(wordsOf(tokens, last + 1, last + 3))) return undefined;
  const part = attach(marks, at, at, whole.kind);
  return part && { ...part, last: last + 1, who: whole.who, whole: whole.mark };
};
