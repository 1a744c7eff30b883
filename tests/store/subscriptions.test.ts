import { expect, it } from "vitest";
import { parseScheduleKey } from "../../src/domain/time/schedule.ts";
import { chooseQuiet, readChoices } from "../../src/store/chats/chats.ts";
import { openFresh } from "../postgres/fresh.ts";
import {
  chooseZone,
  listSubscriptions,
  readSubscription,
  subscribe,
  unsubscribe,
  type Wish,
} from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";

/** 09:00 in Damascus. */
const now = new Date("2026-11-22T06:00:00Z");
const chat = { id: 7, type: "private" } as const;
const place = { chatId: 7, threadId: 0 };

function wish(key: string, given: Partial<Wish> = {}): Wish {
  const schedule = parseScheduleKey(key);
  if (schedule === undefined) throw new Error(key);
  return {
    schedule,
    topics: [],
    alerts: true,
    emptyLine: false,
    silent: false,
    cards: false,
    ...given,
  };
}

const morning = wish("07:30 daily Asia/Damascus");
const evening = wish("19:00 daily Asia/Damascus");

async function newsFrom(db: Database): Promise<string | undefined> {
  return (await readSubscription(db, place))?.newsFrom.toISOString();
}

async function run(db: Database, from: string, state: "spreading" | "spread"): Promise<number> {
  const { schedule_id } = await db
    .selectFrom("subscriptions")
    .select("schedule_id")
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("runs")
    .values({
      kind: "digest",
      schedule_id,
      slot: now.getTime(),
      window_from: Date.parse(from),
      window_until: now.getTime(),
      made_at: now.getTime(),
      expires_at: now.getTime(),
      cursor: 0,
      state,
      paused: 0,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db.updateTable("schedules").set({ window_from: now.getTime() }).execute();
  return id;
}

it("keeps what a place wants and when it is due", async () => {
  await using db = await openFresh();
  const wanted = { ...morning, topics: ["strikes", "ghouta"], silent: true };
  await subscribe(db, { chat, threadId: 0, personId: 7 }, wanted, now);
  expect(await readSubscription(db, place)).toMatchObject({
    ...wanted,
    topics: ["ghouta", "strikes"],
    dueAt: new Date("2026-11-23T04:30:00Z"),
    newsFrom: new Date("2026-11-22T04:30:00Z"),
    state: "active",
  });
});

it("shares one schedule between all who chose it, and starts them at the same window", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  const later = new Date("2026-11-22T12:00:00Z");
  await subscribe(db, { chat: { id: 8, type: "private" }, threadId: 0 }, morning, later);
  expect(await db.selectFrom("schedules").select("key").execute()).toHaveLength(1);
  const [first, second] = await db.selectFrom("subscriptions").select("news_from").execute();
  expect([first, second]).toEqual([{ news_from: null }, { news_from: null }]);
});

it("takes the window along when the schedule changes", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await subscribe(db, { chat, threadId: 0 }, evening, new Date("2026-11-22T18:00:00Z"));
  expect(await newsFrom(db)).toBe("2026-11-22T04:30:00.000Z");
});

it("loses no window of a run that had not reached a place when it changed its schedule", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await run(db, "2026-11-21T04:30:00Z", "spreading");
  await subscribe(db, { chat, threadId: 0 }, evening, now);
  expect(await newsFrom(db)).toBe("2026-11-21T04:30:00.000Z");
});

it("repeats no window of a run that had reached it", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await run(db, "2026-11-21T04:30:00Z", "spread");
  await subscribe(db, { chat, threadId: 0 }, evening, now);
  expect(await newsFrom(db)).toBe(now.toISOString());
});

it("is not reached by a run that was under way when it joined", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  const id = await run(db, "2026-11-21T04:30:00Z", "spreading");
  await subscribe(db, { chat, threadId: 0 }, evening, now);
  const { after_run } = await db
    .selectFrom("subscriptions")
    .select("after_run")
    .executeTakeFirstOrThrow();
  expect(after_run).toBe(id);
});

it("changes topics without touching window or runs", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  const before = await db.selectFrom("subscriptions").selectAll().executeTakeFirstOrThrow();
  await run(db, "2026-11-21T04:30:00Z", "spreading");
  await subscribe(db, { chat, threadId: 0 }, { ...morning, topics: ["ghouta"] }, now);
  const after = await db.selectFrom("subscriptions").selectAll().executeTakeFirstOrThrow();
  expect(after).toEqual({ ...before, topics: "ghouta" });
});

it("moves every schedule of a chat into its new zone", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await subscribe(db, { chat, threadId: 5 }, evening, now);
  await chooseZone(db, chat, "Europe/Berlin", now);
  const zones = (await listSubscriptions(db, 7)).map(({ schedule }) => schedule.zone);
  expect(zones).toEqual(["Europe/Berlin", "Europe/Berlin"]);
  expect(await readChoices(db, 7)).toEqual({ zone: "Europe/Berlin" });
});

it("changes nothing for a zone that is none", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await expect(chooseZone(db, chat, "Mars/Olympus", now)).rejects.toThrow("Mars/Olympus");
  expect(await readChoices(db, 7)).toEqual({});
});

it("keeps quiet hours and lets them go", async () => {
  await using db = await openFresh();
  const quiet = { from: 22 * 60, until: 7 * 60 };
  await chooseQuiet(db, chat, quiet, now);
  expect(await readChoices(db, 7)).toEqual({ quiet });
  await chooseQuiet(db, chat, undefined, now);
  expect(await readChoices(db, 7)).toEqual({});
});

it("cancels what is queued for a place that unsubscribes, and nothing else", async () => {
  await using db = await openFresh();
  await subscribe(db, { chat, threadId: 0 }, morning, now);
  await subscribe(db, { chat, threadId: 5 }, morning, now);
  const row = { run_id: 1, chat_id: 7, message_id: 1, priority: 3, silent: 0 } as const;
  await db
    .insertInto("outbox")
    .values([
      { ...row, thread_id: 0, subscription_id: 1, part: 0, state: "pending" },
      { ...row, thread_id: 0, subscription_id: 1, part: 1, state: "retry" },
      { ...row, thread_id: 0, subscription_id: 1, part: 2, state: "sending" },
      { ...row, thread_id: 0, subscription_id: null, part: 3, state: "pending" },
      { ...row, thread_id: 5, subscription_id: 2, part: 0, state: "pending" },
    ])
    .execute();
  expect(await unsubscribe(db, place)).toBe(true);
  expect(await unsubscribe(db, place)).toBe(false);
  const states = await db.selectFrom("outbox").select("state").orderBy("id").execute();
  expect(states.map(({ state }) => state)).toEqual([
    "dead",
    "dead",
    "sending",
    "pending",
    "pending",
  ]);
});
