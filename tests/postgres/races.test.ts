import { beforeEach, expect, it } from "vitest";
import { openDialogue, submitReport } from "../../src/store/chats/dialogues.ts";
import { openDatabase } from "../../src/store/database.ts";
import { storeUpdates, turnInbox, type TakenUpdate } from "../../src/store/inbox.ts";
import { isHeld, releaseLease, takeLease, type Lease } from "../../src/store/lease.ts";
import { turnOutbox } from "../../src/store/outbox/outbox.ts";
import { presenceOf, type Replica } from "../../src/store/replicas.ts";
import { fire } from "../../src/store/runs/runs.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { inTransaction } from "../../src/store/transaction.ts";
import { follower, queue, wishAt } from "../store/delivering.ts";
import { freshUrl } from "./fresh.ts";

const now = new Date("2026-11-22T10:00:00Z");
const day = 86_400_000;
const claimed = { lifetime: day, isDead: () => false };
const later = new Date(now.getTime() + day);

/** Two processes, with several connections each. */
let one: Database;
let other: Database;
beforeEach(async () => {
  const url = await freshUrl();
  one = await openDatabase(url);
  other = await openDatabase(url);
  return async () => {
    await one.destroy();
    await other.destroy();
  };
});

async function heldLease(): Promise<Lease> {
  const claim = { name: "engine", holder: "a:1", lifetime: 86_400_000, isDead: () => false };
  const lease = await takeLease(one, claim);
  if (lease === undefined) throw new Error("expected a lease");
  return lease;
}

it("two senders never claim one row, whatever they take at once", async () => {
  const lease = await heldLease();
  for (let chatId = 1; chatId <= 40; chatId += 1) {
    const place = { chatId, threadId: 0 };
    await follower(one, place, now);
    await queue(one, { runId: 1, ...place, subscriptionId: chatId, from: later.getTime() });
  }
  const claim = async (db: Database) => {
    const turned = await turnOutbox(db, {
      lease,
      now,
      landed: [],
      room: 5,
      choose: (all) => ({ go: all.slice(0, 5), wait: [] }),
    });
    return turned.type === "turned" ? turned.taken.map(({ id }) => id) : [];
  };
  const claimed = await Promise.all([one, other, one, other, one, other, one, other].map(claim));
  const ids = claimed.flat();
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
  const rows = await one.selectFrom("outbox").select(["state", "attempts"]).execute();
  expect(rows.every(({ state, attempts }) => state === "sending" && attempts === 1)).toBe(true);
});

it("what is counted holds until it is written: one of many reports passes a limit of one", async () => {
  await openDialogue(one, 7, { story: "aaaa", figure: null, words: "x" }, now);
  const submit = (db: Database) => submitReport(db, 7, { limit: 1, notices: [] }, now);
  const passed = await Promise.all([one, other, one, other, one, other].map(submit));
  expect(passed.filter(Boolean)).toHaveLength(1);
  expect(await one.selectFrom("reports").selectAll().execute()).toHaveLength(1);
});

it("a due schedule fires once, whoever ticks", async () => {
  await follower(one, { chatId: 7, threadId: 0 }, now);
  const { id } = await one.selectFrom("schedules").select("id").executeTakeFirstOrThrow();
  await one
    .insertInto("revisions")
    .values({
      story_id: "aaaa",
      number: 1,
      hash: "a",
      figures_hash: "a",
      news: 1,
      known_at: now.getTime(),
    })
    .execute();
  const due = new Date("2026-11-23T07:30:00Z");
  const fired = await Promise.all([one, other, one, other].map((db) => fire(db, id, due)));
  expect(fired.filter((run) => run !== undefined)).toHaveLength(1);
  expect(await one.selectFrom("runs").select("id").execute()).toHaveLength(1);
});

it("many who subscribe at once to one new time share one schedule", async () => {
  const chats = Array.from({ length: 12 }, (_, at) => at + 1);
  await Promise.all(
    chats.map((id) =>
      subscribe(
        id % 2 === 0 ? one : other,
        { chat: { id, type: "private" }, threadId: 0, personId: id },
        wishAt(450),
        now,
      ),
    ),
  );
  expect(await one.selectFrom("schedules").select("id").execute()).toHaveLength(1);
  expect(await one.selectFrom("subscriptions").select("id").execute()).toHaveLength(12);
});

it("a lease is not taken before the end of a transaction that relies on it", async () => {
  const lease = await heldLease();
  const order: string[] = [];
  let taking: Promise<unknown> = Promise.resolve();
  await inTransaction(one, async (trx) => {
    expect(await isHeld(trx, lease)).toBe(true);
    const claim = { name: "engine", holder: "b:2", lifetime: 86_400_000, isDead: () => true };
    taking = takeLease(other, claim).then(() => order.push("taken"));
    // By then the other one waits for the row, or would have it.
    for (let look = 0; look < 20; look += 1) {
      await one.selectFrom("lease").select("epoch").execute();
    }
    order.push("written");
  });
  await taking;
  expect(order).toEqual(["written", "taken"]);
  expect(await isHeld(one, lease)).toBe(false);
});

const twoReplicas = [
  { name: "a 1 x", isDead: () => false },
  { name: "b 1 x", isDead: () => false },
] as const;

function appear(replica: Replica): Promise<Lease | undefined> {
  return takeLease(one, { name: presenceOf(replica), holder: replica.name, ...claimed });
}

it("each update is handled by one replica, and those of a chat one after another", async () => {
  const [a, b] = twoReplicas;
  for (const replica of twoReplicas) await appear(replica);
  const updates = Array.from({ length: 60 }, (_, at) => ({
    updateId: at + 1,
    chatId: (at % 6) + 1,
    body: "{}",
  }));
  await storeUpdates(one, updates, now);
  const order: TakenUpdate[] = [];
  const work = async (db: Database, replica: Replica) => {
    let closed: readonly TakenUpdate[] = [];
    for (let idle = 0; idle < 20;) {
      const taken = await turnInbox(db, {
        replica,
        closed: closed.map(({ updateId }) => ({ updateId, state: "done" })),
        busyChats: [],
        limit: 2,
      });
      order.push(...taken);
      idle = taken.length === 0 ? idle + 1 : 0;
      closed = taken;
    }
  };
  await Promise.all([work(one, a), work(other, b)]);
  expect(order).toHaveLength(60);
  expect(order.every(({ attempt }) => attempt === 1)).toBe(true);
  for (const [, ofChat] of Map.groupBy(order, ({ chatId }) => chatId)) {
    const ids = ofChat.map(({ updateId }) => updateId);
    expect(ids).toEqual(ids.toSorted((x, y) => x - y));
  }
});

it("what a replica had in hand is another's once it is not there any more", async () => {
  const [a, b] = twoReplicas;
  const presence = await appear(a);
  await storeUpdates(
    one,
    [1, 2, 3].map((updateId) => ({ updateId, chatId: updateId < 3 ? 5 : 6, body: "{}" })),
    now,
  );
  const turn = { closed: [], busyChats: [], limit: 1 };
  expect(await turnInbox(one, { ...turn, replica: a })).toMatchObject([{ updateId: 1 }]);
  // Its chat waits, and others do not.
  expect(await turnInbox(other, { ...turn, replica: b, limit: 5 })).toMatchObject([
    { updateId: 3 },
  ]);
  if (presence !== undefined) await releaseLease(one, presence);
  expect(await turnInbox(other, { ...turn, replica: b, busyChats: [6] })).toMatchObject([
    { updateId: 1, attempt: 2 },
  ]);
});
