import { sql, type SelectQueryBuilder, type Transaction } from "kysely";
import type { Reached } from "./reach.ts";
import type { Tables } from "../tables.ts";

/** Quiet hours, in a zone or the default one. */
export type Quiet = Pick<Reached, "zone" | "quiet_from" | "quiet_until">;

/** Quiet hours that hold now, and when they are over. */
export interface Hold extends Quiet {
  readonly until: Date;
}

interface Delivery {
  readonly runId: number;
  readonly priority: number;
  readonly holds: readonly Hold[];
}

/** A query for places that a run reaches. */
type Reach<From extends keyof Tables> = SelectQueryBuilder<Tables, From, Reached>;

/** The variants of the places; null among them where a place is not active. */
export async function variantsOf<From extends keyof Tables>(
  trx: Transaction<Tables>,
  reach: Reach<From>,
): Promise<readonly (string | null)[]> {
  const rows = await trx
    .selectFrom(reach.as("reached"))
    .select("reached.variant")
    .distinct()
    .execute();
  return rows.map(({ variant }) => variant);
}

/** The quiet hours that the places have, each once. */
export async function quietHours<From extends keyof Tables>(
  trx: Transaction<Tables>,
  reach: Reach<From>,
): Promise<readonly Quiet[]> {
  return trx
    .selectFrom(reach.as("reached"))
    .select(["reached.zone", "reached.quiet_from", "reached.quiet_until"])
    .distinct()
    .where("reached.quiet_from", "is not", null)
    .execute();
}

/**
 * Puts the stored messages of a run into the outbox, for each place those of its variant. Places
 * with a hold get them when it is over.
 */
export async function enqueue<From extends keyof Tables>(
  trx: Transaction<Tables>,
  reach: Reach<From>,
  { runId, priority, holds }: Delivery,
): Promise<void> {
  const held = sql<number | null>`${heldUntil(holds)}`;
  await trx
    .insertInto("outbox")
    .columns([
      "run_id",
      "subscription_id",
      "chat_id",
      "thread_id",
      "part",
      "message_id",
      "priority",
      "silent",
      "state",
      "not_before",
    ])
    .expression((select) =>
      select
        .selectFrom(reach.as("reached"))
        .innerJoin("messages", (join) =>
          join.onRef("messages.variant", "=", "reached.variant").on("messages.run_id", "=", runId),
        )
        .select((row) => [
          "messages.run_id",
          "reached.id as subscription_id",
          "reached.chat_id",
          "reached.thread_id",
          "messages.part",
          "messages.id as message_id",
          row.val(priority).as("priority"),
          "reached.silent",
          sql<"pending" | "retry">`case when ${held} is null then 'pending' else 'retry' end`.as(
            "state",
          ),
          held.as("not_before"),
        ])
        .orderBy("reached.chat_id")
        .orderBy("reached.thread_id"),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function heldUntil(holds: readonly Hold[]) {
  if (holds.length === 0) return sql`null`;
  const each = holds.map(
    ({ zone, quiet_from, quiet_until, until }) =>
      sql`when ${`${zone ?? ""} ${quiet_from} ${quiet_until}`} then cast(${until.getTime()} as bigint)`,
  );
  return sql`case coalesce(reached.zone, '') || ' ' || cast(reached.quiet_from as text) || ' ' ||
    cast(reached.quiet_until as text) ${sql.join(each, sql` `)} end`;
}
