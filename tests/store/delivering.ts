import { subscribe, type Place, type Wish } from "../../src/store/subscriptions.ts";
import { createSchedule } from "../../src/domain/schedule.ts";
import type { Selectable } from "kysely";
import type { Database, RunTable } from "../../src/store/tables.ts";

/** A wish for everything at one time of every day. */
export function wishAt(minutes: number): Wish {
  const schedule = createSchedule([minutes], { type: "daily" }, "UTC");
  if (schedule === undefined) throw new RangeError("expected a schedule");
  return { topics: [], schedule, alerts: true, emptyLine: false, silent: false };
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
      cursor: -Number.MAX_SAFE_INTEGER,
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
  const run = await db
    .selectFrom("runs")
    .selectAll()
    .where("state", "=", "spreading")
    .orderBy("id")
    .executeTakeFirst();
  if (run === undefined) return false;
  const { chat } = await db
    .selectFrom("subscriptions")
    .select((select) => select.fn.min("chat_id").as("chat"))
    .where("schedule_id", "=", run.schedule_id ?? 0)
    .where("chat_id", ">", run.cursor)
    .executeTakeFirstOrThrow();
  const moved = chat === null ? { state: "spread" as const } : { cursor: chat };
  await db.updateTable("runs").set(moved).where("id", "=", run.id).execute();
  if (chat !== null) await reachChat(db, run, chat);
  return true;
}

async function reachChat(db: Database, run: Selectable<RunTable>, chatId: number): Promise<void> {
  const places = await db
    .selectFrom("subscriptions as s")
    .innerJoin("chats as c", "c.id", "s.chat_id")
    .select(["s.id", "s.chat_id", "s.thread_id", "s.news_from"])
    .where("s.schedule_id", "=", run.schedule_id ?? 0)
    .where("s.chat_id", "=", chatId)
    .where("s.after_run", "<", run.id)
    .where("s.state", "=", "active")
    .where("c.state", "=", "active")
    .execute();
  for (const place of places) {
    const kept = await expireEarlier(db, place.id);
    const begins = [place.news_from, kept].filter((from) => from !== null);
    const from = begins.length === 0 ? run.window_from : Math.min(...begins);
    await queue(db, { runId: run.id, subscriptionId: place.id, from, ...placeOf(place) });
    await db
      .updateTable("subscriptions")
      .set({ news_from: null })
      .where("id", "=", place.id)
      .execute();
  }
}

function placeOf(row: { readonly chat_id: number; readonly thread_id: number }): Place {
  return { chatId: row.chat_id, threadId: row.thread_id };
}

async function expireEarlier(db: Database, subscriptionId: number): Promise<number | null> {
  const { from } = await db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "message_id")
    .select((select) => select.fn.min("messages.news_from").as("from"))
    .where("subscription_id", "=", subscriptionId)
    .where("state", "in", ["pending", "retry"])
    .executeTakeFirstOrThrow();
  await db
    .updateTable("outbox")
    .set({ state: "dead", reason: "expired" })
    .where("subscription_id", "=", subscriptionId)
    .where("state", "in", ["pending", "retry"])
    .execute();
  return from;
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
    .values({ run_id: runId, ...place, part, message_id: id, priority: 2, silent: 0, state })
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
}
