import { measureSearch } from "../search.ts";
import { row, table } from "../table.ts";

export async function benchSearch(): Promise<void> {
  const head = ["ready, s", "longest hold of the event loop, ms", "p50, ms", "p99, ms"];
  table(["stories searched", ...head, "worst hostile query, ms", "10 reloaded, ms", "memory, MB"]);
  for (const stories of [1000, 10_000]) {
    const found = await measureSearch(stories);
    const { readySeconds, longestBlock, p50, p99, hostile, reloadMilliseconds, megabytes } = found;
    const times = [p50, p99, hostile, reloadMilliseconds].map((time) => time.toFixed(1));
    row([
      stories,
      readySeconds.toFixed(2),
      longestBlock.toFixed(0),
      ...times,
      megabytes.toFixed(0),
    ]);
  }
}
