import { beforeEach, describe, expect, it } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import { heldChats, holdChat } from "../../src/store/outbox/holds.ts";
import { chatsToProbe, probed } from "../../src/store/chats/probes.ts";
import {
  isInactive,
  leaveChat,
  missChat,
  pauseChat,
  pauseTopic,
  resumeTopic,
  returnChat,
} from "../../src/store/chats/standing.ts";
import {
  chooseZone,
  readSubscription,
  subscribe,
} from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { fire, follower, queue, reachNext, wishAt } from "./delivering.ts";

const now = new Date("2026-11-22T07:00:00Z");
const hour = 3_600_000;
const day = 24 * hour;
const begun = Date.parse("2026-11-21T07:30:00Z");

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

async function newsFrom(chatId = 7, threadId = 0): Promise<number | null> {
  const row = await db
    .selectFrom("subscriptions")
    .select("news_from")
    .where("chat_id", "=", chatId)
    .where("thread_id", "=", threadId)
    .executeTakeFirstOrThrow();
  return row.news_from;
}

async function stateOf(chatId = 7) {
  return db
    .selectFrom("chats")
    .select(["state", "reason", "state_since", "probe_at", "missed_at"])
    .where("id", "=", chatId)
    .executeTakeFirstOrThrow();
}

async function states(): Promise<readonly string[]> {
  const rows = await db.selectFrom("outbox").select(["state", "reason"]).orderBy("id").execute();
  return rows.map(({ state, reason }) => (reason === null ? state : `${state}: ${reason}`));
}

const place = { chatId: 7, threadId: 0 };
const waiting = { runId: 1, subscriptionId: 1, ...place };

describe("a chat that is gone", () => {
  it("keeps where its next digest would have begun, however long it stays away", async () => {
    await follower(db, place, now);
    expect(await leaveChat(db, 7, "blocked", now)).toBe(true);
    await fire(db, 1, later(day));
    while (await reachNext(db));
    expect(await newsFrom()).toBe(begun);
    expect(await states()).toEqual([]);
  });

  it("gets nothing of what waited, and keeps the news of it", async () => {
    await follower(db, place, now);
    await queue(db, { ...waiting, from: begun - 2 * day });
    await queue(db, { ...waiting, from: begun - day, part: 1, state: "retry" });
    await queue(db, { ...waiting, from: begun - 9 * day, part: 2, state: "sent" });
    await queue(db, { ...waiting, from: begun - 9 * day, part: 3, state: "sending" });
    await leaveChat(db, 7, "blocked", now);
    expect(await states()).toEqual(["dead: blocked", "dead: blocked", "sent", "sending"]);
    expect(await newsFrom()).toBe(begun - 2 * day);
  });

  it("keeps the news of a run that had not reached it, and not of one that had", async () => {
    await follower(db, { chatId: 6, threadId: 0 }, now);
    await follower(db, place, now);
    await fire(db, 1, later(hour));
    await reachNext(db);
    await leaveChat(db, 7, "blocked", later(hour));
    expect(await newsFrom(7)).toBe(begun);
    await db.updateTable("outbox").set({ state: "sent" }).execute();
    await leaveChat(db, 6, "blocked", later(hour));
    expect(await newsFrom(6)).toBe(later(hour).getTime());
  });

  it("is as gone when it is said twice, and takes a message that was in flight into account", async () => {
    await follower(db, place, now);
    const id = await queue(db, { ...waiting, from: begun - day, state: "sending" });
    await leaveChat(db, 7, "blocked", now);
    const before = await stateOf();
    await db.updateTable("outbox").set({ state: "retry" }).where("id", "=", id).execute();
    expect(await leaveChat(db, 7, "kicked", later(hour))).toBe(false);
    expect(await stateOf()).toEqual(before);
    expect(await states()).toEqual(["dead: kicked"]);
    expect(await newsFrom()).toBe(begun - day);
  });

  it("gets one digest of all that it missed once it is back", async () => {
    await follower(db, place, now);
    await leaveChat(db, 7, "blocked", now);
    for (const days of [1, 2, 3]) {
      await fire(db, 1, later(days * day));
      while (await reachNext(db));
    }
    expect(await returnChat(db, 7, later(3 * day))).toBe(true);
    expect(await returnChat(db, 7, later(4 * day))).toBe(false);
    expect(await stateOf()).toMatchObject({ state: "active", reason: null });
    await fire(db, 1, later(4 * day));
    while (await reachNext(db));
    const sent = await db.selectFrom("messages").select("news_from").execute();
    expect(sent).toEqual([{ news_from: begun }]);
  });

  it("loses no news when its choices change while it is away", async () => {
    await follower(db, place, now);
    await leaveChat(db, 7, "blocked", now);
    const chat = { id: 7, type: "private" } as const;
    await subscribe(db, { chat, threadId: 0 }, wishAt(600), now);
    await chooseZone(db, chat, "Europe/Paris", now);
    await subscribe(db, { chat, threadId: 3 }, wishAt(600), now);
    const ids = await db.selectFrom("schedules").select("id").execute();
    for (const { id } of ids) await fire(db, id, later(day));
    while (await reachNext(db));
    expect(await newsFrom()).toBe(begun);
    expect(await newsFrom(7, 3)).toBe(Date.parse("2026-11-21T10:00:00Z"));
  });

  it("is known as inactive, and one that is not there is not", async () => {
    await follower(db, place, now);
    expect(await isInactive(db, 7)).toBe(false);
    await leaveChat(db, 7, "blocked", now);
    expect([await isInactive(db, 7), await isInactive(db, 8)]).toEqual([true, false]);
  });
});

describe("a chat that we may not write in", () => {
  it("is asked every day for a week, and then is gone", async () => {
    await follower(db, place, now);
    expect(await pauseChat(db, 7, "forbidden", now)).toBe(true);
    expect(await pauseChat(db, 7, "forbidden", later(hour))).toBe(false);
    const asked = [];
    for (let hours = 0; hours <= 10 * 24; hours += 6) {
      const at = later(hours * hour);
      for (const chatId of await chatsToProbe(db, at)) {
        asked.push(hours / 24);
        await probed(db, chatId, { type: "closed" }, at);
      }
    }
    expect(asked).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await stateOf()).toMatchObject({ state: "inactive", reason: "forbidden" });
    expect(await newsFrom()).toBe(begun);
  });

  it("goes on as soon as it may, with what it missed", async () => {
    await follower(db, place, now);
    await queue(db, { ...waiting, from: begun - day });
    await pauseChat(db, 7, "forbidden", now);
    await fire(db, 1, later(hour));
    while (await reachNext(db));
    await probed(db, 7, { type: "open" }, later(day));
    expect(await stateOf()).toMatchObject({ state: "active", probe_at: null });
    expect([await states(), await newsFrom()]).toEqual([["dead: forbidden"], begun - day]);
  });

  it("is gone at once where Telegram says so, and stays as it is when it is not paused", async () => {
    await follower(db, place, now);
    await probed(db, 7, { type: "gone", reason: "kicked" }, now);
    expect(await stateOf()).toMatchObject({ state: "active" });
    await pauseChat(db, 7, "forbidden", now);
    await probed(db, 7, { type: "gone", reason: "kicked" }, now);
    expect(await stateOf()).toMatchObject({ state: "inactive", reason: "kicked" });
    expect(await pauseChat(db, 7, "forbidden", now)).toBe(false);
  });
});

describe("a chat that Telegram does not find", () => {
  it("is gone only when it is not found again an hour later, and its messages wait so long", async () => {
    await follower(db, place, now);
    await queue(db, { ...waiting, from: begun });
    expect(await missChat(db, 7, now)).toBe("waiting");
    expect(await missChat(db, 7, later(hour - 1))).toBe("waiting");
    const row = await db.selectFrom("outbox").select(["state", "not_before"]).executeTakeFirst();
    expect(row).toEqual({ state: "retry", not_before: later(hour).getTime() });
    expect(await stateOf()).toMatchObject({ state: "active", missed_at: now.getTime() });
    expect(await missChat(db, 7, later(hour))).toBe("gone");
    expect(await stateOf()).toMatchObject({ state: "inactive", reason: "not found" });
    expect(await states()).toEqual(["dead: not found"]);
  });

  it("is not gone for a sighting of long ago", async () => {
    await follower(db, place, now);
    await missChat(db, 7, now);
    expect(await missChat(db, 7, later(3 * day))).toBe("waiting");
    expect(await stateOf()).toMatchObject({ missed_at: later(3 * day).getTime() });
  });

  it("is found again when somebody is heard there", async () => {
    await follower(db, place, now);
    await missChat(db, 7, now);
    await returnChat(db, 7, now);
    expect(await missChat(db, 7, later(2 * hour))).toBe("waiting");
  });
});

describe("a topic that is closed", () => {
  it("pauses its own subscription alone, until it is reopened or subscribed anew", async () => {
    const topic = { chatId: -5, threadId: 9 };
    await follower(db, { chatId: -5, threadId: 0 }, now);
    await follower(db, topic, now);
    await queue(db, { runId: 1, subscriptionId: 1, chatId: -5, threadId: 0, from: begun });
    await queue(db, { runId: 1, subscriptionId: 2, ...topic, from: begun - day });
    expect(await pauseTopic(db, topic)).toBe(true);
    expect(await pauseTopic(db, topic)).toBe(false);
    expect(await states()).toEqual(["pending", "dead: topic closed"]);
    expect([await newsFrom(-5, 0), await newsFrom(-5, 9)]).toEqual([null, begun - day]);
    expect(await resumeTopic(db, topic)).toBe(true);
    await pauseTopic(db, topic);
    await follower(db, topic, now);
    expect(await readSubscription(db, topic)).toMatchObject({ state: "active" });
    expect(await newsFrom(-5, 9)).toBe(begun - day);
  });
});

it("leaves a chat alone as long as Telegram asked, over a restart", async () => {
  await follower(db, place, now);
  await holdChat(db, 7, later(day));
  await holdChat(db, 7, later(hour));
  expect(await heldChats(db, now)).toEqual([{ chatId: 7, until: later(day) }]);
  expect(await heldChats(db, later(day))).toEqual([]);
});
