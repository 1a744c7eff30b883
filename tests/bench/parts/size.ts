import { measureClaim } from "../claims.ts";
import { measureFanOut } from "../fan-out.ts";
import { memory, row, table } from "../table.ts";

const sizes = [1000, 10_000, 100_000, 1_000_000];

export async function benchSize(): Promise<void> {
  const head = ["a minute with nothing due, ms", "all due: in the outbox after, s"];
  const cost = ["longest hold of the event loop, ms", "resident before and at most, MB"];
  table(["subscriptions on one schedule", ...head, ...cost, "taking ten that wait, ms"]);
  for (const size of sizes) {
    const found = await measureFanOut(size);
    if (found.messages !== size) throw new Error(`expected ${size}, got ${found.messages}`);
    row([
      size,
      found.idle.toFixed(2),
      found.seconds.toFixed(2),
      found.longestBlock.toFixed(0),
      memory(found.before, found.most),
      (await measureClaim(size)).toFixed(2),
    ]);
  }
}
