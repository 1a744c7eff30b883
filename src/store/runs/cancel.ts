import { sql, type RawBuilder, type Transaction } from "kysely";
import { isCancellable, isPending, isRetry, isSending } from "../outbox/states.ts";
import type { Run } from "./runs.ts";
import type { Range } from "./reach.ts";
import type { Tables } from "../tables.ts";
import type { Flag } from "../tables/flag.ts";
import { ofAnyPriority, priorities } from "../outbox/priority.ts";

/**
 * What these messages would have told is told by the next digests of their places, unless those
 * begin before it anyway.
 */
export async function keepNews(trx: Transaction<Tables>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const next = sql<number>`coalesce(subscriptions.news_from, (select window_from from schedules
    where schedules.id = subscriptions.schedule_id), ${Number.MAX_SAFE_INTEGER})`;
  await trx
    .updateTable("subscriptions")
    .from((select) =>
      select
        .selectFrom("outbox")
        .innerJoin("messages", "messages.id", "outbox.message_id")
        .select((row) => ["outbox.subscription_id", row.fn.min("messages.news_from").as("begins")])
        .where("outbox.id", "in", ids)
        .groupBy("outbox.subscription_id")
        .as("untold"),
    )
    .set((row) => ({ news_from: row.ref("untold.begins") }))
    .whereRef("subscriptions.id", "=", "untold.subscription_id")
    .where((row) => row("untold.begins", "<", next))
    .execute();
}

/** Cancels rows; their news is kept. */
export async function cancelRows(
  trx: Transaction<Tables>,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  await keepNews(trx, ids);
  await dropRows(trx, ids, reason);
}

/** Cancels rows whose news nobody is to get. */
export async function dropRows(
  trx: Transaction<Tables>,
  ids: readonly number[],
  reason: string,
): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("outbox")
    .set({ state: "dead", reason, not_before: null })
    .where("id", "in", ids)
    .execute();
}

/** A digest or alert of which a part went out is finished, however late. */
export const isNotBegun = sql<boolean>`not exists (select 1 from outbox as begun
  where begun.run_id = outbox.run_id and begun.chat_id = outbox.chat_id
    and begun.thread_id = outbox.thread_id and begun.part < outbox.part
    and begun.state in ('sending', 'sent', 'unknown'))`;

/** Digests of earlier runs that wait for the subscriptions of this run: it takes their news along. */
export async function cancelEarlier(
  trx: Transaction<Tables>,
  run: Run,
  { after, until }: Range,
): Promise<void> {
  if (!(await isSomethingOpen(trx, run.id))) return;
  const rows = await trx
    .selectFrom("subscriptions")
    .innerJoin("outbox", (join) =>
      join
        .onRef("outbox.chat_id", "=", "subscriptions.chat_id")
        .onRef("outbox.subscription_id", "=", "subscriptions.id"),
    )
    .select("outbox.id")
    .where("subscriptions.schedule_id", "=", run.scheduleId)
    .where("subscriptions.chat_id", ">", after)
    .where("subscriptions.chat_id", "<=", until)
    .where("subscriptions.after_run", "<", run.id)
    .where(isCancellable)
    .where("outbox.run_id", "<", run.id)
    .where("outbox.priority", "=", priorities.digest)
    .where(isNotBegun)
    .execute();
  await cancelRows(
    trx,
    rows.map(({ id }) => id),
    "expired",
  );
}

async function isSomethingOpen(trx: Transaction<Tables>, beforeRun: number): Promise<boolean> {
  const row = await trx
    .selectNoFrom(
      sql<Flag>`case when
        exists (select 1 from outbox where ${isPending} and priority = ${sql.lit(priorities.digest)} and run_id < ${beforeRun}) or
        exists (select 1 from outbox where ${isRetry} and run_id < ${beforeRun})
        then 1 else 0 end`.as("open"),
    )
    .executeTakeFirstOrThrow();
  return row.open === 1;
}

/** Whether anything of a run, given by its id or a column, waits or is being sent. */
export function isWaiting(runId: number | RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(
    exists (select 1 from outbox where ${isPending} and ${ofAnyPriority} and run_id = ${runId})
    or exists (select 1 from outbox where ${isRetry} and run_id = ${runId})
    or exists (select 1 from outbox where ${isSending} and run_id = ${runId}))`;
}

/** What waits of a run and is of some kind, up to a number of rows. */
export async function waitingRows(
  trx: Transaction<Tables>,
  runId: number,
  isWanted: RawBuilder<boolean>,
  limit: number,
): Promise<readonly number[]> {
  const pending = sql<boolean>`${isPending} and ${ofAnyPriority}`;
  for (const state of [pending, isRetry]) {
    const rows = await trx
      .selectFrom("outbox")
      .select("id")
      .where(state)
      .where("run_id", "=", runId)
      .where(isWanted)
      .limit(limit)
      .execute();
    if (rows.length > 0) return rows.map(({ id }) => id);
  }
  return [];
}
