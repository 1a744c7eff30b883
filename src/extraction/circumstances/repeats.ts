import type { ReadFigure } from "../figure.ts";

/** Smaller counts are often the same by chance. */
const telling = 10;

/**
 * Marks a figure that repeats an earlier one: the same harm to the same people in the same number,
 * and no other place. In a headline small numbers are repeated too.
 */
export function markRepeats(
  figures: readonly ReadFigure[],
  placeOf: (figure: ReadFigure) => string | undefined,
  isHeadline: (figure: ReadFigure) => boolean,
): readonly ReadFigure[] {
  const firsts = new Map<string, number>();
  return figures.map((figure, index) => {
    const key = keyOf(figure);
    const first = firsts.get(key);
    if (first === undefined) {
      if (isTelling(figure, isHeadline(figure))) firsts.set(key, index);
      return figure;
    }
    const earlier = figures[first];
    const isSame =
      earlier !== undefined &&
      figure.of === undefined &&
      areOne(placeOf(earlier), placeOf(figure)) &&
      (earlier.who === figure.who || earlier.who === "persons" || figure.who === "persons");
    return isSame ? { ...figure, sameAs: first } : figure;
  });
}

function keyOf({ kind, amount }: ReadFigure): string {
  return `${kind} ${JSON.stringify(amount)}`;
}

function isTelling({ amount, modality, of }: ReadFigure, isHeadline: boolean): boolean {
  if (modality !== "asserted" || of !== undefined) return false;
  if (amount.type === "range") return true;
  return amount.type === "count" && (amount.count >= telling || isHeadline);
}

/** One of them may be a part of the other: «الغوطة» and «الغوطة الشرقية». */
function areOne(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a.includes(b) || b.includes(a);
}
