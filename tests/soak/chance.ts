/** A number from 0 to 1. */
export type Random = () => number;

export function pick<T>(random: Random, among: readonly T[]): T {
  const found = among[Math.floor(random() * among.length)];
  if (found === undefined) throw new RangeError("nothing to pick from");
  return found;
}
