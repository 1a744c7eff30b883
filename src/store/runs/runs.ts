import type { Selectable, Transaction } from "kysely";
import { decide, type Window } from "../../domain/time/due.ts";
import { latestKnown } from "../revisions/news.ts";
import { storedSchedule } from "../subscriptions/schedules.ts";
import type { Database, Tables } from "../tables.ts";
import type { RunTable } from "../tables/outbox.ts";
import { inTransaction } from "../transaction.ts";

/** One firing of a schedule, one alert or one correction. */
export interface Run {
  readonly id: number;
  readonly kind: RunTable["kind"];
  /** Of a digest. */
  readonly scheduleId: number | null;
  /** Of an alert or a correction. */
  readonly story: string | null;
  readonly slot: Date;
  readonly window: Window;
  readonly expiresAt: Date;
}

const day = 86_400_000;

/** Ids of schedules that are due, the longest due first. */
export async function dueSchedules(db: Database, now: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("schedules")
    .select("id")
    .where("due_at", "<=", now.getTime())
    .orderBy("due_at")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Decides about a schedule that is due and stores the decision, in one transaction that nobody else
 * can have in between. Resolves with the slot that a run was made for; undefined where nothing is to
 * be sent: another tick was faster, the run before has not reached everybody yet, the slot is missed,
 * or nobody subscribes and the schedule is deleted.
 * @throws RangeError for a schedule that cannot be read.
 */
export async function fire(db: Database, id: number, now: Date): Promise<Date | undefined> {
  return inTransaction(db, async (trx) => {
    if (!(await lock(trx, id, now)) || (await isUnderWay(trx, id))) return undefined;
    if (!(await isUsed(trx, id))) {
      await trx.deleteFrom("schedules").where("id", "=", id).execute();
      return undefined;
    }
    const row = await trx
      .selectFrom("schedules")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const schedule = storedSchedule(row.key);
    const [dueAt, windowFrom] = [new Date(row.due_at), new Date(row.window_from)];
    const decision = decide(
      { schedule, dueAt, windowFrom, latestKnown: await latestKnown(trx) },
      now,
    );
    if (decision.type === "wait") return undefined;
    const due = { due_at: decision.nextDueAt.getTime() };
    const isRun = decision.type === "run";
    const moved = isRun ? { ...due, window_from: decision.window.until.getTime() } : due;
    await trx.updateTable("schedules").set(moved).where("id", "=", id).execute();
    if (!isRun) return undefined;
    const expiresAt = Math.min(decision.nextDueAt.getTime(), now.getTime() + day);
    const { slot, window } = decision;
    await insertRun(trx, { kind: "digest", schedule_id: id, slot, window, expiresAt }, now);
    return slot;
  });
}

/** What is read after a first write cannot change before the last one. */
async function lock(trx: Transaction<Tables>, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("schedules")
    .set((row) => ({ due_at: row.ref("due_at") }))
    .where("id", "=", id)
    .where("due_at", "<=", now.getTime())
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function isUnderWay(trx: Transaction<Tables>, id: number): Promise<boolean> {
  const run = await trx
    .selectFrom("runs")
    .select("id")
    .where("state", "=", "spreading")
    .where("schedule_id", "=", id)
    .executeTakeFirst();
  return run !== undefined;
}

async function isUsed(trx: Transaction<Tables>, id: number): Promise<boolean> {
  const user = await trx
    .selectFrom("subscriptions")
    .select("id")
    .where("schedule_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  return user !== undefined;
}

interface NewRun {
  readonly kind: RunTable["kind"];
  readonly key?: string;
  readonly schedule_id?: number;
  readonly story_id?: string;
  readonly slot: Date;
  readonly window: Window;
  readonly expiresAt: number;
  /** `spread` where nothing is to be spread; default `spreading`. */
  readonly state?: "spreading" | "spread";
}

/** A run that has reached nobody yet. @throws where there is one of this key already. */
export async function insertRun(
  trx: Transaction<Tables>,
  { slot, window, expiresAt, ...run }: NewRun,
  now: Date,
): Promise<number> {
  const { id } = await trx
    .insertInto("runs")
    .values({
      state: "spreading",
      ...run,
      slot: slot.getTime(),
      window_from: window.from.getTime(),
      window_until: window.until.getTime(),
      made_at: now.getTime(),
      expires_at: expiresAt,
      cursor: Number.MIN_SAFE_INTEGER,
      paused: 0,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The runs that have not reached everybody, in their order. */
export async function spreadingRuns(db: Database): Promise<readonly Run[]> {
  const rows = await runsIn(db, "spreading").execute();
  return rows.map(runOf);
}

/** The runs whose time is over, and of which something may wait still. */
export async function overdueRuns(db: Database, now: Date): Promise<readonly Run[]> {
  const rows = await runsIn(db, "spread").where("expires_at", "<=", now.getTime()).execute();
  return rows.map(runOf);
}

function runsIn(db: Database, state: RunTable["state"]) {
  return db.selectFrom("runs").selectAll().where("state", "=", state).orderBy("id");
}

function runOf(row: Selectable<RunTable>): Run {
  return {
    id: row.id,
    kind: row.kind,
    scheduleId: row.schedule_id,
    story: row.story_id,
    slot: new Date(row.slot),
    window: { from: new Date(row.window_from), until: new Date(row.window_until) },
    expiresAt: new Date(row.expires_at),
  };
}
