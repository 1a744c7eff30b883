import { setImmediate } from "node:timers/promises";

/** Rows in one statement: a few milliseconds, after which others have their turn. */
export const sliceSize = 5000;

/** Does something slice by slice until one says that it was the last, and holds nobody up. */
export async function inSlices(slice: () => Promise<"more" | "over">): Promise<void> {
  while ((await slice()) === "more") await setImmediate();
}

/** The same in the order of ids: what was found of each slice, of which the last id is known. */
export async function upward<T extends { readonly last: number }>(
  slice: (after: number) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const found: T[] = [];
  let after = Number.MIN_SAFE_INTEGER;
  await inSlices(async () => {
    const rows = await slice(after);
    found.push(...rows);
    after = Math.max(...rows.map(({ last }) => last));
    return rows.length === 0 ? "over" : "more";
  });
  return found;
}
