import { setImmediate } from "node:timers/promises";
import type { Edition } from "../domain/edition.ts";
import { readWaiting, renewWaiting } from "../store/ledger/waiting.ts";
import type { Database } from "../store/tables.ts";
import type { Rendering } from "./rendering.ts";
import { madeOf, stored } from "./stored.ts";

export interface RenewParts {
  readonly db: Database;
  readonly edition: () => Edition;
  readonly rendering: Rendering;
  readonly now: () => Date;
  /** Nothing is begun once it is aborted. */
  readonly signal?: AbortSignal;
}

/** Messages that are read together. */
const together = 50;

/**
 * Has what waits in the outbox say what an edition says: nobody has seen the words of before. A
 * story that is withdrawn leaves, and a message that told nothing else is not sent.
 * @throws after all others, where some cannot be told anew.
 */
export async function renewMessages(parts: RenewParts, edition: Edition): Promise<void> {
  const { db, rendering, now, signal } = parts;
  const { standings, stories } = edition;
  if (standings === undefined) return;
  const failed = new Map<number, unknown>();
  for (;;) {
    const all = await readWaiting(db, standings, together + failed.size);
    const waiting = all.filter(({ messageId }) => !failed.has(messageId));
    if (waiting.length === 0) break;
    for (const one of waiting) {
      if (signal?.aborted === true) return;
      try {
        const { made, keyboard } = madeOf(one.shown);
        const renewed = rendering.renew(made, keyboard, stories);
        await renewWaiting(db, one, renewed && stored(renewed), now());
      } catch (error) {
        failed.set(one.messageId, error);
      }
      await setImmediate();
    }
  }
  for (const [id, error] of failed) throw new Error(`message ${id}: ${String(error)}`);
}
