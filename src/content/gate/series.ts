import type { PartialDate } from "../../domain/time/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { FileComplaint } from "../check/content.ts";
import { languages } from "./claims.ts";
import { found } from "./finding.ts";
import { rangeOf, standsIn, type Numbers } from "./numbers.ts";
import { subjectOf, type Recorded } from "./recorded.ts";
import { sourceOf } from "./said.ts";

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

/** What a running total counts, and by whom; another basis is another series. */
function seriesOf(told: Recorded): string {
  return JSON.stringify([subjectOf(told), told.group, sourceOf(told.figure), told.figure.basis]);
}

function fallsIn(series: readonly Recorded[]): readonly FileComplaint[] {
  const inTime = series.toSorted((a, b) => a.days.last - b.days.last);
  return inTime.flatMap((later, index) => {
    // What was stated loosely, or for the same day, hides no fall.
    const earlier = inTime
      .slice(0, index)
      .findLast(
        ({ figure, days }) =>
          days.last < later.days.last &&
          exactNumbers(figure) !== undefined &&
          isSameStart(figure, later.figure),
      );
    if (earlier === undefined || !isFall(earlier, later) || isExplained(earlier, later)) return [];
    return [fall(earlier, later)];
  });
}

/** "Since 2015-09" and "since 2015-09-30" are one, told more and less exactly. */
function isSameStart(one: Figure, other: Figure): boolean {
  const [start, otherStart] = [startOf(one), startOf(other)];
  if (start === undefined || otherStart === undefined) return start === otherStart;
  return start.startsWith(otherStart) || otherStart.startsWith(start);
}

function startOf({ since, period }: Figure): PartialDate | undefined {
  return since ?? (period?.type === "dates" ? period.from : undefined);
}

function isFall({ figure: earlier }: Recorded, { figure: later }: Recorded): boolean {
  const [before, now] = [exactNumbers(earlier), exactNumbers(later)];
  return before !== undefined && now !== undefined && now.max < before.min;
}

/** Of a number that is not stated loosely. */
function exactNumbers({ amount, qualifier }: Figure): Numbers | undefined {
  return ["about", "up_to", "less_than"].includes(qualifier) ? undefined : rangeOf(amount);
}

/**
 * A correction names no figure by its id: it is about the one whose number its note says, before or
 * after the fall, or about the only one of its story. What came late lets no total fall.
 */
function isExplained({ figure: earlier }: Recorded, { figure: later, story }: Recorded): boolean {
  return story.corrections
    .filter(({ reason }) => reason !== "late_report")
    .some(
      ({ note }) =>
        story.figures.length === 1 ||
        languages.every((language) =>
          [earlier, later].some(({ amount }) => standsIn(amount, note[language])),
        ),
    );
}

function fall({ name, figure: before }: Recorded, { figure, file, path }: Recorded): FileComplaint {
  // "At least 2000" is true of 3000 too.
  const isBound = ["at_least", "more_than"].includes(figure.qualifier);
  return {
    file,
    path,
    ...(isBound && { level: "warning" }),
    ...found("falls", { id: figure.id, figure, name, before }),
  };
}
