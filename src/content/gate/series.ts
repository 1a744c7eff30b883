import type { Figure } from "../../domain/figure.ts";
import type { FileComplaint } from "../check/content.ts";
import { sourceOf } from "./conflicts.ts";
import type { Recorded } from "./recorded.ts";
import { inWords } from "./said.ts";

/** Running totals of one source that fall, where no correction says why. */
export function seriesComplaints(recorded: readonly Recorded[]): readonly FileComplaint[] {
  const totals = recorded.filter(
    ({ figure }) =>
      figure.scope === "cumulative" &&
      figure.sameAs === undefined &&
      sourceOf(figure) !== undefined,
  );
  return [...Map.groupBy(totals, seriesOf).values()].flatMap(fallsIn);
}

/** What a running total counts, by whom and since when; another basis is another series. */
function seriesOf({ figure, story }: Recorded): string {
  const { kind, who, group, place = story.place, since, period, basis } = figure;
  const start = since ?? (period?.type === "dates" ? period.from : undefined);
  return JSON.stringify([sourceOf(figure), kind, who, group, place.en, start, basis]);
}

function fallsIn(series: readonly Recorded[]): readonly FileComplaint[] {
  const inTime = series.toSorted((a, b) => a.days.last - b.days.last);
  return inTime.flatMap((later, index) => {
    // What was stated loosely, or for the same day, hides no fall.
    const earlier = inTime
      .slice(0, index)
      .findLast(
        ({ figure, days }) => days.last < later.days.last && numberOf(figure) !== undefined,
      );
    if (earlier === undefined || !isFall(earlier.figure, later.figure)) return [];
    if (later.story.corrections.length > 0) return [];
    return [
      {
        file: later.file,
        path: later.path,
        text: `${later.figure.id}: ${inWords(later.figure)} is a running total, and ${earlier.name} had ${inWords(earlier.figure)} before`,
        mend: "correct the number, or say in corrections: why the total fell; a count on another basis has another basis:",
      },
    ];
  });
}

function isFall(earlier: Figure, later: Figure): boolean {
  const [before, now] = [numberOf(earlier), numberOf(later)];
  return before !== undefined && now !== undefined && now.max < before.min;
}

/** Of a number that is not stated loosely. */
function numberOf({
  amount,
  qualifier,
}: Figure): { readonly min: number; readonly max: number } | undefined {
  if (["about", "up_to", "less_than"].includes(qualifier)) return undefined;
  if (amount.type === "count") return { min: amount.count, max: amount.count };
  return amount.type === "range" ? amount : undefined;
}
