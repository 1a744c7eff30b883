import { describe, expect, it } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import { closeRun, finishedNotices } from "../../src/store/runs/expire.ts";
import { queueNotice } from "../../src/store/runs/notices.ts";
import { retryRows } from "../../src/store/outbox/list.ts";

const now = new Date("2026-11-22T06:00:00Z");
const notice = { key: "paused -100", chatId: 7, message: { html: "words", keyboard: [[]] } };

it("queues a notice once for each key, before everything else", async () => {
  await using db = await openFresh();
  expect(await queueNotice(db, notice, now)).toBe(true);
  expect(await queueNotice(db, { ...notice, message: { html: "others" } }, now)).toBe(false);
  expect(await queueNotice(db, { ...notice, key: "paused -101" }, now)).toBe(true);
  const rows = await db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "outbox.message_id")
    .select(["chat_id", "thread_id", "priority", "state", "html", "keyboard"])
    .execute();
  const row = { chat_id: 7, thread_id: 0, priority: 0, state: "pending" };
  expect(rows).toEqual([1, 2].map(() => ({ ...row, html: "words", keyboard: "[[]]" })));
});

it("queues a notice with the transaction that it belongs to, or not at all", async () => {
  await using db = await openFresh();
  const failing = db.transaction().execute(async (trx) => {
    await queueNotice(trx, notice, now);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await db.selectFrom("outbox").select("id").execute()).toEqual([]);
  expect(await queueNotice(db, notice, now)).toBe(true);
});

describe("the words of a notice", () => {
  const finals = ["sent", "unknown", "dead"] as const;

  it.each(finals)("are erased once it is %s, and that it was sent is kept", async (state) => {
    await using db = await openFresh();
    await queueNotice(db, notice, now);
    await queueNotice(db, { ...notice, key: "other", chatId: 8 }, now);
    await db.updateTable("outbox").set({ state }).where("chat_id", "=", 7).execute();
    for (const id of await finishedNotices(db)) await closeRun(db, id);
    const messages = await db
      .selectFrom("messages")
      .select(["html", "keyboard"])
      .orderBy("id")
      .execute();
    const kept = { html: "words", keyboard: "[[]]" };
    expect(messages).toEqual([{ html: "", keyboard: null }, kept]);
    expect(await db.selectFrom("outbox").select("state").orderBy("id").execute()).toEqual([
      { state },
      { state: "pending" },
    ]);
    expect(await queueNotice(db, notice, now)).toBe(false);
  });

  it.each(["pending", "retry", "sending"] as const)("stay while it is %s", async (state) => {
    await using db = await openFresh();
    await queueNotice(db, notice, now);
    await db.updateTable("outbox").set({ state }).execute();
    expect(await finishedNotices(db)).toEqual([]);
    await closeRun(db, 1);
    const messages = await db.selectFrom("messages").select("html").orderBy("id").execute();
    expect(messages).toEqual([{ html: "words" }]);
  });

  it("are not missed by an operator who sends it again: there is nothing to send", async () => {
    await using db = await openFresh();
    await queueNotice(db, notice, now);
    await db.updateTable("outbox").set({ state: "dead" }).execute();
    await closeRun(db, 1);
    expect(await retryRows(db, { run: 1 }, now)).toBe(0);
  });
});
