import type { Transaction } from "kysely";
import { readMark, setMark } from "../marks.ts";
import { isOpen } from "../outbox/states.ts";
import type { Database, Tables } from "../tables.ts";
import { undecidedStates } from "../undecided.ts";

const day = 86_400_000;

/** A store without a sign of life for so long is taken for a restored one. */
const longestSleep = 14 * day;

/** A sign of life of the bot that uses this store; once an hour is enough. */
export async function signLife(db: Database, now: Date): Promise<void> {
  await setMark(db, "alive_at", now.toISOString());
}

/**
 * Whether the edition at hand is a baseline: the store is new, or nobody used it for two weeks. The
 * latter is as good as a copy restored from a backup: what was queued is dropped, and all windows
 * begin now, so that nothing old is sent. Messages in the chats are corrected all the same.
 */
export async function startAfresh(trx: Transaction<Tables>, now: Date): Promise<boolean> {
  // A write first: what is read after it cannot change before the end of the transaction.
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("marks")
    .values({ name: "baseline", value: now.toISOString() })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .executeTakeFirstOrThrow();
  const aliveAt = await readMark(trx, "alive_at");
  await signLife(trx, now);
  if (numInsertedOrUpdatedRows === 1n) return true;
  if (aliveAt !== undefined && now.getTime() - Date.parse(aliveAt) < longestSleep) return false;
  await setMark(trx, "baseline", now.toISOString());
  await forgetNews(trx, now);
  return true;
}

/** Drops what is queued and closes all windows; corrections go on. */
async function forgetNews(trx: Transaction<Tables>, now: Date): Promise<void> {
  const at = now.getTime();
  await trx
    .updateTable("outbox")
    .set({ state: "dead", reason: "restored" })
    .where(isOpen)
    .where("task", "=", "new")
    .execute();
  await trx
    .updateTable("runs")
    .set({ state: "done" })
    .where("state", "in", ["spreading", "spread"])
    .where("kind", "not in", ["notice", "correction"])
    .execute();
  await trx
    .updateTable("alerts")
    .set({ state: "declined" })
    .where("state", "in", undecidedStates)
    .execute();
  await trx
    .updateTable("schedules")
    .set({ window_from: at })
    .where("window_from", "<", at)
    .execute();
  await trx
    .updateTable("subscriptions")
    .set({ news_from: null })
    .where("news_from", "is not", null)
    .execute();
}
