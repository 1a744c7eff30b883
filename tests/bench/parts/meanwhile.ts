import { askDuringBroadcast, askDuringSpread, type Meanwhile } from "../meanwhile.ts";
import { memory, row, table } from "../table.ts";

export async function benchMeanwhile(): Promise<void> {
  table(["`/ghouta` while", "answers", "p95, ms", "429s", "resident and at most, MB"]);
  tell("a broadcast to 600 chats runs at the limits", await askDuringBroadcast(600));
  tell("1,000,000 digests are put into the outbox", await askDuringSpread(1_000_000));
}

function tell(name: string, { answers, p95, refused, resident, most }: Meanwhile): void {
  row([name, answers, p95.toFixed(0), refused, memory(resident, most)]);
}
