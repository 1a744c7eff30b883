import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { lowerBound, upperBound } from "../check/bounds.ts";
import type { Complaint } from "../problem.ts";
import { placeOf } from "./claims.ts";
import { found } from "./finding.ts";
import { namedBeside, type Judged } from "./judged.ts";
import { rangeOf, standsIn } from "./numbers.ts";
import { subjectOf, toldIn, type Told } from "./recorded.ts";
import { sourceOf } from "./said.ts";

/** Figures that contradict each other within a story: both are told, and neither alone. */
export function conflictComplaints(judged: readonly Judged[], story: Story): readonly Complaint[] {
  const conflicts = conflictsIn(story);
  return [
    ...firstOfEach(conflicts).flatMap(([one, other]) => unmarked(one, other)),
    ...judged.flatMap((one) => sided(one, judged, conflicts, story)),
  ];
}

type Pair = readonly [one: Told, other: Told];

function conflictsIn(story: Story): readonly Pair[] {
  const alike = Map.groupBy(toldIn(story), thingOf);
  return [...alike.values()].flatMap((some) =>
    some.flatMap((one, index) =>
      some
        .slice(index + 1)
        .filter(({ figure }) => contradict(one.figure, figure))
        .filter(({ figure }) => !areParts(one.figure, figure, story))
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
function thingOf(told: Told): string {
  const { figure, group, days, scope } = told;
  return JSON.stringify([subjectOf(told), group, days, scope, figure.basis]);
}

function contradict(one: Figure, other: Figure): boolean {
  return lowerBound(one) > upperBound(other) || lowerBound(other) > upperBound(one);
}

/** A part is less than its whole, and the parts that one source makes of a whole are different ones. */
function areParts(one: Figure, other: Figure, story: Story): boolean {
  const [wholes, others] = [wholesOf(one, story), wholesOf(other, story)];
  if (wholes.has(other.id) || others.has(one.id)) return true;
  return sourceOf(one) === sourceOf(other) && [...wholes].some((id) => others.has(id));
}

/** The figures that include this one, and those that include them. */
function wholesOf({ of, componentOf }: Figure, story: Story): ReadonlySet<string> {
  const wholes = new Set([of, componentOf].filter((id) => id !== undefined));
  for (const id of wholes) {
    const whole = story.figures.find((figure) => figure.id === id);
    if (whole?.of !== undefined) wholes.add(whole.of);
    if (whole?.componentOf !== undefined) wholes.add(whole.componentOf);
  }
  return wholes;
}

function unmarked({ figure: one }: Told, { figure: other, path }: Told): readonly Complaint[] {
  if (one.status === "contested" && other.status === "contested") return [];
  const [otherSource, source] = [sourceOf(one), sourceOf(other)];
  const values = {
    id: other.id,
    source,
    figure: other,
    otherSource,
    other: one,
    otherId: one.id,
  };
  const code = source === otherSource ? "contradictsItself" : "contradicts";
  return [{ path, level: "warning", ...found(code, values) }];
}

/** A text that names what one source says takes its side. */
function sided(
  { claim, same }: Judged,
  judged: readonly Judged[],
  conflicts: readonly Pair[],
  story: Story,
): readonly Complaint[] {
  const text = story[claim.field][claim.language];
  const named = namedBeside(claim, judged);
  const side = sidesOf(conflicts).find(
    ([one, other]) => same.includes(one) && !named.includes(other) && !isSaid(other, text),
  );
  if (side === undefined) return [];
  const [figure, other] = side;
  const values = { figure, source: sourceOf(figure), other, otherSource: sourceOf(other) };
  return [{ ...placeOf(claim), level: "warning", ...found("takesSide", values) }];
}

/** Both ways: whichever a text names, the other is missing. */
function sidesOf(conflicts: readonly Pair[]): readonly (readonly [one: Figure, other: Figure])[] {
  return conflicts
    .map(([one, other]) => [one.figure, other.figure] as const)
    .filter((pair) => pair.every((figure) => sourceOf(figure) !== undefined))
    .filter(([one, other]) => sourceOf(one) !== sourceOf(other))
    .flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
}

function isSaid({ amount }: Figure, text: string): boolean {
  return rangeOf(amount) !== undefined && standsIn(amount, text);
}
