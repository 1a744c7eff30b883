/** Seconds from then until now, never fewer than none; 0 where nothing is that old. */
export function ageOf(since: Date | undefined, now: Date): number {
  return since === undefined ? 0 : Math.max(0, now.getTime() - since.getTime()) / 1000;
}
