import type { Client } from "../../telegram/api/client.ts";

/** Whether Telegram answers, known from the calls that are made anyway. */
export interface Contact {
  /** Telegram has answered a call. */
  readonly note: () => void;
  /** Milliseconds since it has answered one; undefined where it never has. */
  readonly silence: () => number | undefined;
  /** The same; where there were no calls lately, it is asked once, and at most once a minute. */
  readonly ask: (client: Client) => Promise<number | undefined>;
}

/** A poll is held for 50 seconds, and takes a while. */
export const mostSilence = 90_000;

/** Milliseconds without a call after which one is made, and those between two such. */
const lately = 60_000;

/** `elapsed`: milliseconds by a clock that nobody sets; the product's own jumps in the playground. */
export function createContact(elapsed: () => number): Contact {
  let answeredAt: number | undefined;
  let askedAt = -Infinity;

  function silence(): number | undefined {
    return answeredAt === undefined ? undefined : elapsed() - answeredAt;
  }

  return {
    note() {
      answeredAt = elapsed();
    },
    silence,
    async ask(client) {
      const at = elapsed();
      if ((silence() ?? Infinity) > lately && at - askedAt >= lately) {
        askedAt = at;
        await client.call("getMe", {}, { signal: AbortSignal.timeout(2000) });
      }
      return silence();
    },
  };
}
