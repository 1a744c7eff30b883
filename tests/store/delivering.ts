import { sql } from "kysely";
import { isPostgres } from "../../src/store/postgres/dialect.ts";
import { storedVariants, storeMessages } from "../../src/store/runs/messages.ts";
import { spreadingRuns } from "../../src/store/runs/runs.ts";
import { spreadDigest } from "../../src/store/runs/spread.ts";
import { readVariant } from "../../src/store/runs/variant.ts";
import { subscribe, type Place, type Wish } from "../../src/store/subscriptions/subscriptions.ts";
import { createSchedule } from "../../src/domain/time/schedule.ts";
import type { Database } from "../../src/store/tables.ts";

/** A wish for everything at one time of every day. */
export function wishAt(minutes: number): Wish {
  const schedule = createSchedule([minutes], { type: "daily" }, "UTC");
  if (schedule === undefined) throw new RangeError("expected a schedule");
  return { topics: [], schedule, alerts: true, emptyLine: false, silent: false, cards: false };
}

export async function follower(
  db: Database,
  place: Place,
  now: Date,
  personId?: number,
): Promise<void> {
  const type = place.chatId > 0 ? ("private" as const) : ("supergroup" as const);
  const chat = { id: place.chatId, type, ...(type === "supergroup" && { title: "غرفة" }) };
  await subscribe(db, { chat, threadId: place.threadId, personId }, wishAt(450), now);
}

/** A run of a schedule from where its last window ended until now, that has reached nobody yet. */
export async function fire(db: Database, scheduleId: number, now: Date): Promise<number> {
  const { window_from } = await db
    .selectFrom("schedules")
    .select("window_from")
    .where("id", "=", scheduleId)
    .executeTakeFirstOrThrow();
  const at = now.getTime();
  const { id } = await db
    .insertInto("runs")
    .values({
      kind: "digest",
      schedule_id: scheduleId,
      slot: at,
      window_from,
      window_until: at,
      made_at: at,
      expires_at: at + 86_400_000,
      cursor: Number.MIN_SAFE_INTEGER,
      state: "spreading",
      paused: 0,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.updateTable("schedules").set({ window_from: at }).where("id", "=", scheduleId).execute();
  return id;
}

/** Lets the oldest run under way reach one more chat; false where none is under way. */
export async function reachNext(db: Database): Promise<boolean> {
  const [run] = await spreadingRuns(db);
  if (run === undefined) return false;
  const known = new Set(await storedVariants(db, run.id));
  const step = await spreadDigest(db, run, { size: 1, known, time: 450, now: run.slot });
  if (step.type !== "unknown") return true;
  const composed = step.variants.map((variant) => {
    const message = { html: "x" };
    return { variant, newsFrom: readVariant(variant).newsFrom, messages: [message] };
  });
  await storeMessages(db, run.id, composed, run.slot);
  return reachNext(db);
}

export interface Queued extends Place {
  readonly runId: number;
  readonly subscriptionId: number | null;
  readonly from: number;
  readonly part?: number;
  readonly state?: "pending" | "retry" | "sending" | "sent";
}

export async function queue(db: Database, queued: Queued): Promise<number> {
  const { runId, subscriptionId, chatId, threadId, from, part = 0, state = "pending" } = queued;
  await keepRun(db, runId, from);
  const variant = `of ${subscriptionId ?? "nobody"}`;
  const { id } = await db
    .insertInto("messages")
    .values({ run_id: runId, variant, part, html: "x", news_from: from })
    .returning("id")
    .executeTakeFirstOrThrow();
  const place = { chat_id: chatId, thread_id: threadId, subscription_id: subscriptionId };
  const row = await db
    .insertInto("outbox")
    .values({ run_id: runId, ...place, part, message_id: id, priority: 3, silent: 0, state })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** No row of the outbox is without its run. */
async function keepRun(db: Database, id: number, at: number): Promise<void> {
  const times = { slot: at, window_from: at, window_until: at, made_at: at, expires_at: at };
  await db
    .insertInto("runs")
    .values({ id, kind: "digest", ...times, cursor: 0, state: "done", paused: 0 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  if (!isPostgres(db)) return;
  // PostgreSQL does not count on from an id that it was given.
  await sql`select setval(pg_get_serial_sequence('runs', 'id'), max(id)) from runs`.execute(db);
}
