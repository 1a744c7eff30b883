/**
 * The word that was probably meant: the one with the fewest letters added, left out or changed, if
 * those are at most a third of the longer word. The first of equally near ones.
 */
export function nearest(word: string, words: Iterable<string>): string | undefined {
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

function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    above = nextRow(above, row, (column) => a[row - 1] === b[column - 1]);
  }
  return above[b.length] ?? 0;
}

function nextRow(
  above: readonly number[],
  row: number,
  same: (column: number) => boolean,
): number[] {
  const distances = [row];
  for (let column = 1; column < above.length; column++) {
    const changed = (above[column - 1] ?? 0) + (same(column) ? 0 : 1);
    const left = (distances[column - 1] ?? 0) + 1;
    distances.push(Math.min(changed, left, (above[column] ?? 0) + 1));
  }
  return distances;
}
