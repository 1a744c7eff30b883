import type { Ask } from "../../delivery/probe.ts";
import type { Client } from "../api/client.ts";
import { outcomeOf } from "../api/outcome.ts";

/**
 * Asks by an attempt to show that we are typing, which wants the same rights as a message and
 * leaves none behind.
 */
export function createAsk(client: Client): Ask {
  return async (chatId, signal) => {
    const params = { chat_id: chatId, action: "typing" } as const;
    const outcome = outcomeOf(await client.call("sendChatAction", params, { signal }));
    if (outcome.type === "sent") return { type: "open" };
    if (outcome.type === "forbidden") return { type: "closed" };
    if (outcome.type === "moved") return outcome;
    if (outcome.type !== "gone") return { type: "unclear" };
    // It may be a mistake of ours; the days of asking give it its time.
    return outcome.reason === "not found"
      ? { type: "closed" }
      : { type: "gone", reason: outcome.reason };
  };
}
