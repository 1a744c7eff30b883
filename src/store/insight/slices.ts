import { setImmediate } from "node:timers/promises";

/** Rows in one statement: a few milliseconds, after which others have their turn. */
export const sliceSize = 5000;

/** Does something slice by slice until one says that it was the last, and holds nobody up. */
export async function inSlices(slice: () => Promise<"more" | "over">): Promise<void> {
  while ((await slice()) === "more") await setImmediate();
}
