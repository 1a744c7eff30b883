import type { Transaction } from "kysely";
import {
  nextDueAt,
  parseScheduleKey,
  previousDueAt,
  scheduleKey,
  type Schedule,
} from "../../domain/time/schedule.ts";
import { mendedDueAt } from "../../domain/time/due.ts";
import type { Database, Tables } from "../tables.ts";
import type { SubscriptionTable } from "../tables/chats.ts";

/** A subscription as far as its schedule is concerned. */
export interface Scheduled {
  readonly id: number;
  readonly schedule_id: number;
  readonly news_from: number | null;
  readonly after_run: number;
}

type Rescheduled = Partial<Pick<SubscriptionTable, "after_run" | "news_from">> &
  Pick<SubscriptionTable, "schedule_id">;

/**
 * What to store of a subscription that is to follow this schedule, `known` where there is one
 * already. Its next window begins where its last one ended, so that a change neither repeats news
 * nor skips any; and a run that was under way before does not reach it.
 */
export async function follow(
  trx: Transaction<Tables>,
  schedule: Schedule,
  known: Scheduled | undefined,
  now: Date,
): Promise<Rescheduled> {
  const shared = await shareSchedule(trx, schedule, now);
  if (known?.schedule_id === shared.id) return { schedule_id: shared.id };
  const from = known === undefined ? shared.window_from : await newsFrom(trx, known);
  return {
    schedule_id: shared.id,
    after_run: await latestRun(trx),
    news_from: from === shared.window_from ? null : from,
  };
}

/**
 * The row that all who chose this schedule share. A new one begins as if it had always been there:
 * its first window opens at its last slot.
 */
export async function shareSchedule(trx: Transaction<Tables>, schedule: Schedule, now: Date) {
  const key = scheduleKey(schedule);
  await trx
    .insertInto("schedules")
    .values({
      key,
      due_at: nextDueAt(schedule, now).getTime(),
      window_from: previousDueAt(schedule, now).getTime(),
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .execute();
  return trx
    .selectFrom("schedules")
    .select(["id", "window_from"])
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
}

/**
 * Where the news begins that a subscription has not been given yet: where it says so itself; with
 * the run that is under way and has not reached it; or where its schedule's last window ended.
 */
export async function newsFrom(trx: Transaction<Tables>, known: Scheduled): Promise<number | null> {
  if (known.news_from !== null) return known.news_from;
  const run = await trx
    .selectFrom("runs")
    .select("window_from")
    .where("schedule_id", "=", known.schedule_id)
    .where("state", "=", "spreading")
    .where("id", ">", known.after_run)
    .where("cursor", "<", (select) =>
      select.selectFrom("subscriptions").select("chat_id").where("id", "=", known.id),
    )
    .orderBy("id")
    .executeTakeFirst();
  if (run !== undefined) return run.window_from;
  const schedule = await trx
    .selectFrom("schedules")
    .select("window_from")
    .where("id", "=", known.schedule_id)
    .executeTakeFirst();
  return schedule?.window_from ?? null;
}

export async function latestRun(trx: Transaction<Tables>): Promise<number> {
  const { id } = await trx
    .selectFrom("runs")
    .select((select) => select.fn.max("id").as("id"))
    .executeTakeFirstOrThrow();
  return id ?? 0;
}

/** The schedule of a row's key. @throws RangeError for a key that we cannot have written. */
export function storedSchedule(key: string): Schedule {
  const schedule = parseScheduleKey(key);
  if (schedule === undefined) throw new RangeError(`${key}: expected the key of a schedule`);
  return schedule;
}

/** A shared schedule; undefined where nobody uses it any more. */
export async function readSchedule(db: Database, id: number): Promise<Schedule | undefined> {
  const row = await db
    .selectFrom("schedules")
    .select("key")
    .where("id", "=", id)
    .executeTakeFirst();
  return row && storedSchedule(row.key);
}

/** Schedules that are looked at in one transaction. */
const chunk = 100;

/**
 * Puts the due dates of some schedules right, from the one after `after`: the rules of their zones
 * or the clock may have changed (see `mendedDueAt`). Returns the last one looked at, undefined where
 * there are no more.
 */
export async function mendSchedules(
  db: Database,
  now: Date,
  after: number,
): Promise<number | undefined> {
  const rows = await db
    .selectFrom("schedules")
    .select(["id", "key", "due_at"])
    .where("id", ">", after)
    .orderBy("id")
    .limit(chunk)
    .execute();
  for (const { id, key, due_at } of rows) {
    const schedule = parseScheduleKey(key);
    const mended = schedule && mendedDueAt(schedule, new Date(due_at), now).getTime();
    if (mended === undefined || mended === due_at) continue;
    await db
      .updateTable("schedules")
      .set({ due_at: mended })
      .where("id", "=", id)
      .where("due_at", "=", due_at)
      .execute();
  }
  return rows.at(-1)?.id;
}
