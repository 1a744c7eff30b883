import type { SelectQueryBuilder } from "kysely";
import { nextHead } from "../outbox/candidates.ts";
import { priorities } from "../outbox/priority.ts";
import { isDead, isPending, isRetry, isSending, isUnknown } from "../outbox/states.ts";
import type { Database, InboxTable, Tables } from "../tables.ts";

/** How many rows of a state are counted; where there are more, it is said to be so many. */
export const mostCounted = 100_000;

/** How many runs are looked at to find one of which something may go. */
const mostRuns = 50;

/** The states of rows that are not over, or not well over. */
export const countedStates = ["pending", "retry", "sending", "unknown", "dead"] as const;

type CountedState = (typeof countedStates)[number];

const shelves: Readonly<Record<CountedState, typeof isPending>> = {
  pending: isPending,
  retry: isRetry,
  sending: isSending,
  unknown: isUnknown,
  dead: isDead,
};

export type OutboxCounts = Readonly<Record<CountedState, number>>;

/** The rows of the outbox by state, each up to `mostCounted`. */
export async function countOutbox(db: Database): Promise<OutboxCounts> {
  const count = (state: CountedState): Promise<number> =>
    countUpTo(db, db.selectFrom("outbox").select("id").where(shelves[state]));
  return {
    pending: await count("pending"),
    retry: await count("retry"),
    sending: await count("sending"),
    unknown: await count("unknown"),
    dead: await count("dead"),
  };
}

/**
 * When the oldest run was made of which a message may go at this moment: neither paused nor over.
 * Undefined where none may.
 */
export async function oldestDue(db: Database, now: Date): Promise<Date | undefined> {
  const made: number[] = [];
  for (const priority of Object.values(priorities)) {
    const at = await oldestOf(db, priority, now);
    if (at !== undefined) made.push(at);
  }
  return made.length === 0 ? undefined : new Date(Math.min(...made));
}

/** Runs count up: the first one of a priority is its oldest. */
async function oldestOf(db: Database, priority: number, now: Date): Promise<number | undefined> {
  let head = await nextHead(db, { priority, run_id: 0 });
  for (let looked = 0; looked < mostRuns && head?.priority === priority; looked += 1) {
    const run = await db
      .selectFrom("runs")
      .select("made_at")
      .where("id", "=", head.run_id)
      .where("paused", "=", 0)
      .where("expires_at", ">", now.getTime())
      .executeTakeFirst();
    if (run !== undefined) return run.made_at;
    head = await nextHead(db, head);
  }
  return undefined;
}

/** The updates of the inbox in one state, up to `mostCounted`. */
export async function countInbox(db: Database, state: InboxTable["state"]): Promise<number> {
  return countUpTo(db, db.selectFrom("inbox").select("update_id").where("state", "=", state));
}

/** When the first of the updates came that wait to be handled; undefined where none waits. */
export async function oldestUpdate(db: Database): Promise<Date | undefined> {
  const row = await db
    .selectFrom("inbox")
    .select("received_at")
    .where("state", "=", "new")
    .orderBy("update_id")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : new Date(row.received_at);
}

/** Schedules whose slot has come and whose run is not made. */
export async function countDue(db: Database, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom("schedules")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("due_at", "<=", now.getTime())
    .executeTakeFirstOrThrow();
  return count;
}

/** Updates that came since then and were handled, up to `mostCounted`; those of 48 hours are kept. */
export async function countHandled(db: Database, since: Date): Promise<number> {
  const handled = db
    .selectFrom("inbox")
    .select("update_id")
    .where("received_at", ">=", since.getTime())
    .where("state", "=", "done");
  return countUpTo(db, handled);
}

async function countUpTo(
  db: Database,
  rows: SelectQueryBuilder<Tables, "inbox" | "outbox", object>,
): Promise<number> {
  const { count } = await db
    .selectFrom(rows.limit(mostCounted).as("counted"))
    .select((select) => select.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
