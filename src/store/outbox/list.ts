import { sql, type Selectable } from "kysely";
import { isOpen, isSetAside } from "./states.ts";
import type { Database } from "../tables.ts";
import type { OutboxTable, RunTable } from "../tables/outbox.ts";

/** How many rows of a run are in which state. */
export interface RunSummary extends Pick<Selectable<RunTable>, "id" | "kind" | "reason"> {
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly paused: boolean;
  readonly counts: Readonly<Partial<Record<OutboxTable["state"], number>>>;
}

/** The runs that have rows which are not sent, oldest first. */
export async function listRuns(db: Database): Promise<readonly RunSummary[]> {
  const counted = [
    ...(await countRows(db, isOpen)),
    ...(await countRows(db, shelves.unknown)),
    ...(await countRows(db, shelves.dead)),
  ];
  const byRun = Map.groupBy(counted, (row) => row.run_id);
  const having = (rows: typeof isOpen) => db.selectFrom("outbox").select("run_id").where(rows);
  const runs = await db
    .selectFrom("runs")
    .selectAll()
    .where((row) => row.or([row("id", "in", having(isOpen)), row("id", "in", having(isSetAside))]))
    .orderBy("id")
    .execute();
  return runs.map(({ id, kind, reason, made_at: made, expires_at: expires, paused }) => ({
    id,
    kind,
    reason,
    madeAt: new Date(made),
    expiresAt: new Date(expires),
    paused: paused === 1,
    counts: Object.fromEntries((byRun.get(id) ?? []).map((row) => [row.state, row.count])),
  }));
}

function countRows(db: Database, rows: typeof isOpen) {
  return db
    .selectFrom("outbox")
    .select(["run_id", "state", (select) => select.fn.countAll<number>().as("count")])
    .where(rows)
    .groupBy(["run_id", "state"])
    .execute();
}

export interface ListedRow extends Pick<
  Selectable<OutboxTable>,
  "state" | "part" | "attempts" | "reason" | "not_before"
> {
  readonly id: number;
  readonly runId: number;
  readonly chatId: number;
  readonly threadId: number;
}

/** What a list is about; `pending` are all that are still to be sent. */
export type Shelf = "pending" | "unknown" | "dead";

const shelves = {
  pending: isOpen,
  unknown: sql<boolean>`(${isSetAside} and outbox.state = 'unknown')`,
  dead: sql<boolean>`(${isSetAside} and outbox.state = 'dead')`,
} as const satisfies Readonly<Record<Shelf, typeof isOpen>>;

export async function listRows(
  db: Database,
  shelf: Shelf,
  limit: number,
): Promise<{ readonly rows: readonly ListedRow[]; readonly total: number }> {
  const onShelf = db.selectFrom("outbox").where(shelves[shelf]);
  const { total } = await onShelf
    .select((select) => select.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await onShelf
    .select(["id", "run_id as runId", "chat_id as chatId", "thread_id as threadId"])
    .select(["state", "part", "attempts", "reason", "not_before"])
    .orderBy("id", shelf === "pending" ? "asc" : "desc")
    .limit(limit)
    .execute();
  return { rows, total };
}

/** Rows by their own ids, or all of a run. */
export type Which = { readonly row: number } | { readonly run: number };

/**
 * Sends again what is unknown or dead, while its run is not over; returns how many. What was unknown
 * may arrive twice, which is what the operator asked for. The words of notices are erased by then.
 */
export async function retryRows(db: Database, which: Which, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({
      state: "pending",
      attempts: 0,
      reason: null,
      resent: sql<0 | 1>`case when state = 'unknown' then 1 else resent end`,
    })
    .where(...whereOf(which))
    .where("state", "in", ["unknown", "dead"])
    // Those whose news is kept get it with their next digest, and would get it twice.
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("subscriptions")
            .innerJoin("messages", "messages.id", "outbox.message_id")
            .select("subscriptions.id")
            .whereRef("subscriptions.id", "=", "outbox.subscription_id")
            .whereRef("subscriptions.news_from", "<=", "messages.news_from"),
        ),
      ),
    )
    .where("run_id", "in", (select) =>
      select
        .selectFrom("runs")
        .select("id")
        .where("expires_at", ">", now.getTime())
        .where("state", "!=", "done"),
    )
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Gives up what waits or is unknown; returns how many. */
export async function dropRows(db: Database, which: Which): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({ state: "dead", reason: "dropped" })
    .where(...whereOf(which))
    .where("state", "in", ["pending", "retry", "unknown"])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function whereOf(which: Which): ["id" | "run_id", "=", number] {
  return "row" in which ? ["id", "=", which.row] : ["run_id", "=", which.run];
}
