import type { Transaction } from "kysely";
import type { Database, Tables } from "../tables.ts";

/**
 * Where a run has come, undefined where it has reached everybody. Read by a write: what the
 * transaction reads after it cannot change before its end.
 */
export async function lockCursor(
  trx: Transaction<Tables>,
  runId: number,
): Promise<number | undefined> {
  const row = await trx
    .updateTable("runs")
    .set((run) => ({ cursor: run.ref("cursor") }))
    .where("id", "=", runId)
    .where("state", "=", "spreading")
    .returning("cursor")
    .executeTakeFirst();
  return row?.cursor;
}

export async function moveCursor(
  trx: Transaction<Tables>,
  runId: number,
  cursor: number,
): Promise<void> {
  await trx.updateTable("runs").set({ cursor }).where("id", "=", runId).execute();
}

export async function endSpread(db: Database, runId: number): Promise<void> {
  await db.updateTable("runs").set({ state: "spread" }).where("id", "=", runId).execute();
}

interface ChunkStart {
  /** Of this schedule alone. */
  readonly scheduleId?: number | null;
  readonly after: number;
  readonly size: number;
}

/**
 * The last chat of the next so many subscriptions, and all subscriptions of that chat belong to the
 * chunk; undefined where there are none. In the order of chats the rows of a run lie side by side in
 * the indices of the outbox, which makes a large run ten times faster.
 */
export async function lastOfChunk(
  db: Database,
  { scheduleId, after, size }: ChunkStart,
): Promise<number | undefined> {
  const { until } = await db
    .selectFrom((select) =>
      select
        .selectFrom("subscriptions")
        .select("chat_id")
        .$if(scheduleId !== undefined, (query) =>
          query.where("schedule_id", "=", scheduleId ?? null),
        )
        .where("chat_id", ">", after)
        .orderBy("chat_id")
        .limit(size)
        .as("chunk"),
    )
    .select((select) => select.fn.max("chat_id").as("until"))
    .executeTakeFirstOrThrow();
  return until ?? undefined;
}
