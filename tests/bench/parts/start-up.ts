import { measureStartUp } from "../start-up.ts";
import { row, table } from "../table.ts";

export async function benchStartUp(): Promise<void> {
  const head = ["start-up, s", "all judged, s later", "reload of one story, s"];
  table(["stories", ...head, "resident memory, MB"]);
  for (const stories of [100, 1000, 10_000]) {
    const found = await measureStartUp(stories);
    const { startSeconds, gateSeconds, reloadSeconds, residentMegabytes } = found;
    const seconds = [startSeconds, gateSeconds, reloadSeconds].map((time) => time.toFixed(2));
    row([stories, ...seconds, residentMegabytes.toFixed(0)]);
  }
}
