/** 1, 2, 4 … 60 seconds, with up to a quarter more so that many do not come at the same moment. */
export function backoff(failures: number, random: () => number = Math.random): number {
  return Math.min(60_000, 1000 * 2 ** failures) * (1 + random() / 4);
}
