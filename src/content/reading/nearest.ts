/**
 * The word that was probably meant: the one with the fewest letters added, left out or changed, if
 * those are at most a third of the longer word. The first of equally near ones.
 */
function nearest(word: string, words: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly distance: number } | undefined;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    const near = distance * 3 <= Math.max(word.length, candidate.length);
    if (near && (best === undefined || distance < best.distance)) {
      best = { word: candidate, distance };
    }
  }
  return best?.word;
}

/** `: did you mean sohr?`, or nothing where no word is near. */
export function suggestion(word: string, words: Iterable<string>): string {
  const near = nearest(word.slice(0, longestWord), words);
  return near === undefined ? "" : `: did you mean ${near}?`;
}

/** A field name or id that is longer is no slip of the finger. */
const longestWord = 64;

/** How many letters were added, left out, changed or swapped with the next. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= a.length; row++) {
    const distances = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      distances.push(
        Math.min(
          at(rows, row - 1, column) + 1,
          (distances[column - 1] ?? 0) + 1,
          at(rows, row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(rows, row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
    rows.push(distances);
  }
  return at(rows, a.length, b.length);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? Infinity;
}
