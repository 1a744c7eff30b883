import type { ReadFigure } from "../figure.ts";

/** Parts follow their whole, and are not more or farther away. */
const mostParts = 12;
const farthest = 30;

/**
 * Marks the figures that follow a whole and add up to it exactly: «19 مدنياً», then nine, five, four
 * and one. Fewer than all of them, or a sum that differs, is nobody's sum.
 */
export function markSums(figures: readonly ReadFigure[]): readonly ReadFigure[] {
  const wholes = new Map<number, number>();
  for (const [index, figure] of figures.entries()) {
    if (wholes.has(index) || !isCounted(figure)) continue;
    for (const part of partsOf(figures, index, wholes)) wholes.set(part, index);
  }
  return figures.map((figure, index) => {
    const whole = wholes.get(index);
    return whole === undefined ? figure : { ...figure, componentOf: whole };
  });
}

/** A run of at least two that adds up to the whole, or none. */
function partsOf(
  figures: readonly ReadFigure[],
  whole: number,
  taken: ReadonlyMap<number, number>,
): readonly number[] {
  const candidates = figures
    .slice(whole + 1, whole + 1 + farthest)
    .map((figure, at) => ({ figure, index: whole + 1 + at }))
    .filter(({ figure, index }) => !taken.has(index) && isPartOf(figure, figures[whole]))
    .map(({ index }) => index)
    .slice(0, mostParts);
  const counts = candidates.map((index) => countOf(figures[index]));
  return runOf(counts, countOf(figures[whole])).map((at) => candidates[at] ?? 0);
}

/** The indices of the first run of at least two numbers that add up to a total. */
function runOf(counts: readonly number[], total: number): readonly number[] {
  for (const first of counts.keys()) {
    let sum = 0;
    for (let last = first; last < counts.length && sum < total; last += 1) {
      sum += counts[last] ?? 0;
      if (sum === total && last > first) return [...counts.keys()].slice(first, last + 1);
    }
  }
  return [];
}

function isCounted({ amount, modality, of }: ReadFigure): boolean {
  return amount.type === "count" && modality === "asserted" && of === undefined;
}

function countOf(figure: ReadFigure | undefined): number {
  return figure?.amount.type === "count" ? figure.amount.count : 0;
}

function isPartOf(part: ReadFigure, whole: ReadFigure | undefined): boolean {
  if (whole === undefined || !isCounted(part)) return false;
  if (whole.kind === "killed_or_injured") return part.kind === "killed" || part.kind === "injured";
  return (
    part.kind === whole.kind &&
    (whole.who === "persons" || part.who === whole.who || part.who === "children")
  );
}
