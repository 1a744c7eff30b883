import type { Client } from "./client.ts";
import { outcomeOf } from "./outcome.ts";

/** Whether there are Stars to pay a broadcast with; where Telegram does not say, a send will. */
export async function hasStars(client: Client, signal: AbortSignal): Promise<boolean> {
  const outcome = outcomeOf(await client.call("getMyStarBalance", {}, { signal }));
  return outcome.type !== "sent" || outcome.result.amount > 0;
}
