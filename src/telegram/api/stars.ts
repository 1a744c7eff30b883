import type { Client } from "./client.ts";
import { insist, type Insistence } from "./insist.ts";

/** Whether there are Stars to pay for a broadcast above the free rate; no answer is a no. */
export async function hasStars(client: Client, insistence: Insistence): Promise<boolean> {
  const outcome = await insist(insistence, () => client.call("getMyStarBalance", {}));
  return outcome?.type === "sent" && outcome.result.amount > 0;
}
