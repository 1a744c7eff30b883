import { beforeEach, describe, expect, it } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import { readWaiting, renewWaiting } from "../../src/store/ledger/waiting.ts";
import { recoverOutbox } from "../../src/store/outbox/recovery.ts";
import type { Landing } from "../../src/store/outbox/landing.ts";
import { turnOutbox, type TakenRow } from "../../src/store/outbox/outbox.ts";
import { storeMessages } from "../../src/store/runs/messages.ts";
import type { Database } from "../../src/store/tables.ts";
import { leaseOf } from "../delivery/rig.ts";
import { after, chooseAll, chooseNone, content, start, story } from "./correcting.ts";
import { fire, follower, reachNext } from "./delivering.ts";

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

const standings = new Map([[story, { revision: 2 }]]);

/** A digest that shows the first revision, and has reached the outbox for one of two chats. */
async function underWay(): Promise<number> {
  for (const chatId of [7, 8]) await follower(db, { chatId, threadId: 0 }, start);
  const runId = await fire(db, 1, after(60));
  const variant = await variantOfRun(runId);
  const message = { html: "38", shown: content([1]) };
  await storeMessages(db, runId, [{ variant, newsFrom: start, messages: [message] }], start);
  await reachNext(db);
  return runId;
}

/** The variant of the chats, as the run itself asks for it. */
async function variantOfRun(runId: number): Promise<string> {
  await reachNext(db);
  const rows = await db.selectFrom("messages").select("variant").execute();
  await db.deleteFrom("messages").execute();
  await db.deleteFrom("outbox").execute();
  const cursor = Number.MIN_SAFE_INTEGER;
  await db.updateTable("runs").set({ cursor }).where("id", "=", runId).execute();
  return rows[0]?.variant ?? "";
}

async function take(): Promise<readonly TakenRow[]> {
  const lease = await leaseOf(db, "us");
  const turned = await turnOutbox(db, {
    lease,
    now: after(61),
    landed: [],
    room: 9,
    choose: chooseAll,
  });
  return turned.type === "turned" ? turned.taken : [];
}

async function land(row: TakenRow, landing: Landing): Promise<void> {
  const lease = await leaseOf(db, "us");
  const turn = { lease, now: after(62), room: 0, choose: chooseNone };
  await turnOutbox(db, { ...turn, landed: [{ ...row, landing }] });
}

async function ledger() {
  return db
    .selectFrom("ledger")
    .innerJoin("shown", "shown.id", "ledger.shown_id")
    .select(["chat_id", "sent_id", "shows"])
    .execute();
}

const sent = { type: "sent", sentId: 70, at: after(62) } as const;

describe("a message that waits", () => {
  it("is renewed while a story of it has changed, for those whom it has yet to reach too", async () => {
    await underWay();
    const waiting = await readWaiting(db, standings, 9);
    expect(waiting.map(({ shown }) => shown)).toEqual([content([1])]);
    for (const one of waiting) {
      await renewWaiting(db, one, { html: "41", shown: content([2]) }, after(60));
    }
    expect(await readWaiting(db, standings, 9)).toEqual([]);
    while (await reachNext(db));
    expect((await take()).map(({ chatId, html }) => `${chatId} ${html}`)).toEqual(["7 41", "8 41"]);
  });

  it("is let be where nothing of it has changed, or nothing of its run waits", async () => {
    const runId = await underWay();
    expect(await readWaiting(db, new Map([[story, { revision: 1 }]]), 9)).toEqual([]);
    while (await reachNext(db));
    await db.updateTable("outbox").set({ state: "sent" }).where("run_id", "=", runId).execute();
    expect(await readWaiting(db, standings, 9)).toEqual([]);
  });

  it("goes to nobody any more where nothing is left of it, in flight or not", async () => {
    await underWay();
    const [row] = await take();
    if (row === undefined) throw new Error("nothing was taken");
    for (const one of await readWaiting(db, standings, 9)) {
      await renewWaiting(db, one, undefined, after(60));
    }
    expect(await readWaiting(db, standings, 9)).toEqual([]);
    await land(row, { type: "again", notBefore: after(61) });
    await reachNext(db);
    const sent = (await take()).filter(({ chatId }) => chatId === 7);
    expect(sent).toEqual([]);
    const rows = await db.selectFrom("outbox").select("reason").where("chat_id", "=", 7).execute();
    expect(rows).toEqual([{ reason: "withdrawn" }]);
  });
});

describe("a message that was sent", () => {
  it("is in the ledger with the content that it was sent with", async () => {
    await underWay();
    const [row] = await take();
    if (row === undefined) throw new Error("nothing was taken");
    for (const one of await readWaiting(db, standings, 9)) {
      await renewWaiting(db, one, { html: "41", shown: content([2]) }, after(60));
    }
    await land(row, sent);
    const shows = JSON.stringify({ [story]: [1] });
    expect(await ledger()).toEqual([{ chat_id: 7, sent_id: 70, shows }]);
  });

  it("is there as it was once more where no answer came and its words are others now", async () => {
    await underWay();
    const [row] = await take();
    if (row === undefined) throw new Error("nothing was taken");
    for (const one of await readWaiting(db, standings, 9)) {
      await renewWaiting(db, one, { html: "41", shown: content([2]) }, after(60));
    }
    await recoverOutbox(db, await leaseOf(db, "others"));
    const [again] = await take();
    if (again === undefined) throw new Error("nothing was taken again");
    await land(again, sent);
    expect((await ledger()).map(({ sent_id, shows }) => [sent_id, JSON.parse(shows)])).toEqual([
      [null, { [story]: [1] }],
      [70, { [story]: [2] }],
    ]);
  });

  it("is there once where it goes again with the same words", async () => {
    await underWay();
    const [row] = await take();
    if (row === undefined) throw new Error("nothing was taken");
    await land(row, { type: "again", notBefore: after(61), resent: true });
    const [again] = await take();
    if (again === undefined) throw new Error("nothing was taken again");
    await land(again, sent);
    expect((await ledger()).map(({ sent_id }) => sent_id)).toEqual([70]);
  });

  it("may be there where no answer came and nobody is to get it any more", async () => {
    await underWay();
    const [row] = await take();
    if (row === undefined) throw new Error("nothing was taken");
    await land(row, { type: "again", notBefore: after(61), resent: true });
    for (const one of await readWaiting(db, standings, 9)) {
      await renewWaiting(db, one, undefined, after(60));
    }
    expect((await ledger()).map(({ sent_id }) => sent_id)).toEqual([null]);
  });

  it("is there without an id where the answer was lost, and not at all where it was refused", async () => {
    await underWay();
    while (await reachNext(db));
    const [one, other] = await take();
    if (one === undefined || other === undefined) throw new Error("expected two");
    await land(one, { type: "unknown", reason: "unanswered" });
    await land(other, { type: "dead", reason: "x", keepsNews: false });
    expect((await ledger()).map(({ chat_id, sent_id }) => [chat_id, sent_id])).toEqual([[7, null]]);
  });
});
