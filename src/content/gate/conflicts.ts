import { figuresOf } from "../../domain/edition.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { lowerBound, upperBound } from "../check/bounds.ts";
import type { Complaint } from "../problem.ts";
import { standsIn } from "./numbers.ts";
import { inWords } from "./said.ts";
import type { Judged } from "./judged.ts";

/** Sources that contradict each other within a story: both are told, and neither alone. */
export function conflictComplaints(judged: readonly Judged[], story: Story): readonly Complaint[] {
  const conflicts = conflictsIn(figuresOf(story));
  return [
    ...firstOfEach(conflicts).flatMap(([one, other]) => unmarked(one, other, story)),
    ...judged.flatMap((one) => sided(one, judged, conflicts, story)),
  ];
}

type Pair = readonly [one: Figure, other: Figure];

function conflictsIn(figures: readonly Figure[]): readonly Pair[] {
  const alike = Map.groupBy(figures, thingOf);
  return [...alike.values()].flatMap((some) =>
    some.flatMap((one, index) =>
      some
        .slice(index + 1)
        .filter((other) => contradict(one, other))
        .map((other): Pair => [one, other]),
    ),
  );
}

/** Each figure beside the first that it contradicts. */
function firstOfEach(conflicts: readonly Pair[]): readonly Pair[] {
  return [...Map.groupBy(conflicts, ([, other]) => other).values()].flatMap((some) =>
    some.slice(0, 1),
  );
}

/** What a figure counts: two that count the same ought to say the same. */
function thingOf({ kind, who, group, place, period, since, scope, basis }: Figure): string {
  return JSON.stringify([kind, who, group, place, period, since, scope, basis]);
}

function contradict(one: Figure, other: Figure): boolean {
  const [source, another] = [sourceOf(one), sourceOf(other)];
  if (source === undefined || another === undefined || source === another) return false;
  return lowerBound(one) > upperBound(other) || lowerBound(other) > upperBound(one);
}

export function sourceOf({ attribution }: Figure): string | undefined {
  return attribution.type === "none" ? undefined : attribution.source;
}

function unmarked(one: Figure, other: Figure, { figures }: Story): readonly Complaint[] {
  if (one.status === "contested" && other.status === "contested") return [];
  return [
    {
      path: ["figures", figures.indexOf(other)],
      level: "warning",
      text: `${other.id}: ${sourceOf(other)} says ${inWords(other)}, and ${sourceOf(one)} says ${inWords(one)} (${one.id})`,
      mend: "mark both status: contested, or say in which place, time or basis they differ",
    },
  ];
}

/** A text that names one of them takes its side. */
function sided(
  { claim, same }: Judged,
  judged: readonly Judged[],
  conflicts: readonly Pair[],
  story: Story,
): readonly Complaint[] {
  const text = story[claim.field][claim.language];
  const named = judged
    .filter((one) => String(one.claim.path) === String(claim.path))
    .flatMap((one) => one.same);
  const sides = conflicts.flatMap(([one, other]): Pair[] => [
    [one, other],
    [other, one],
  ]);
  const side = sides.find(
    ([one, other]) => same.includes(one) && !named.includes(other) && !isSaid(other, text),
  );
  if (side === undefined) return [];
  const [one, other] = side;
  return [
    {
      path: claim.path,
      words: claim.words,
      level: "warning",
      text: `says ${inWords(one)} as ${sourceOf(one)} does, and not ${inWords(other)} as ${sourceOf(other)} does`,
      mend: "name what both sources say, or neither",
    },
  ];
}

function isSaid({ amount }: Figure, text: string): boolean {
  const isNumber = amount.type === "count" || amount.type === "range";
  return isNumber && standsIn(amount, text);
}
