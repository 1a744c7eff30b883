import { sql } from "kysely";
import { forgetReplacements } from "../ledger/judging.ts";
import { cancelRows, dropRows, isNotBegun, isWaiting, waitingRows } from "./cancel.ts";
import type { Database } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** Rows in one transaction. */
const chunk = 2000;

/**
 * Cancels some of what waits of a run whose time is over, and keeps its news; true where there is
 * more. A digest of which a part went out stays, to be finished.
 */
export function expireRows(db: Database, runId: number): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const ids = await waitingRows(trx, runId, isNotBegun, chunk);
    await cancelRows(trx, ids, "expired");
    return ids.length > 0;
  });
}

/** Cancels some of what waits of a run whose news nobody is to get; true where there is more. */
export function withdrawRows(db: Database, runId: number): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const ids = await waitingRows(trx, runId, isNotBegun, chunk);
    await dropRows(trx, ids, "withdrawn");
    return ids.length > 0;
  });
}

/**
 * A run of which nothing waits any more is done. The words of a notice are erased by that: they may
 * be those of a person, who was promised it.
 */
export async function closeRun(db: Database, runId: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    const run = await trx
      .updateTable("runs")
      .set({ state: "done" })
      .where("id", "=", runId)
      .where((row) => row.not(isWaiting(runId)))
      .returning("kind")
      .executeTakeFirst();
    if (run?.kind !== "notice") return;
    await trx
      .updateTable("messages")
      .set({ html: "", keyboard: null, picture: null })
      .where("run_id", "=", runId)
      .execute();
  });
}

/**
 * Once what is to expire of a run has, only those wait whose digest has begun: they may go until
 * then, or a part of it would be lost for ever.
 */
export async function letFinish(db: Database, runId: number, until: Date): Promise<void> {
  await db
    .updateTable("runs")
    .set({ expires_at: until.getTime() })
    .where("id", "=", runId)
    .where("state", "=", "spread")
    .execute();
}

/** The notices that have arrived, or never will. */
export async function finishedNotices(db: Database): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("runs")
    .select("id")
    .where("state", "=", "spread")
    .where("kind", "=", "notice")
    .where((row) => row.not(isWaiting(sql.ref("runs.id"))))
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Forgets some of a run that was made before `until`, what of it was sent included; true where there
 * is more to forget.
 */
export function pruneRuns(db: Database, until: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const run = await trx
      .selectFrom("runs")
      .select("id")
      .where("made_at", "<", until.getTime())
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (run === undefined) return false;
    const { numDeletedRows } = await trx
      .deleteFrom("outbox")
      .where("id", "in", (select) =>
        select.selectFrom("outbox").select("id").where("run_id", "=", run.id).limit(chunk),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) return true;
    await trx.deleteFrom("messages").where("run_id", "=", run.id).execute();
    await forgetReplacements(trx, run.id);
    await trx.deleteFrom("runs").where("id", "=", run.id).execute();
    return true;
  });
}
