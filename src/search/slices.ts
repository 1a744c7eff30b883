import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds that are worked at a time. */
const slice = 8;

/** Works on items one after the other, and lets others have their turn, as long as it is wanted. */
export async function inSlices<T>(
  items: readonly T[],
  work: (item: T) => void,
  isWanted: () => boolean,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began > slice) {
      await nextTurn();
      if (!isWanted()) return;
      began = performance.now();
    }
    work(item);
  }
}
