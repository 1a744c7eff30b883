import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { queueNotice } from "../../src/store/notices.ts";

const now = new Date("2026-11-22T06:00:00Z");
const notice = { key: "paused -100", chatId: 7, message: { html: "words", keyboard: [[]] } };

it("queues a notice once for each key, before everything else", async () => {
  await using db = await openDatabase("file::memory:");
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
  await using db = await openDatabase("file::memory:");
  const failing = db.transaction().execute(async (trx) => {
    await queueNotice(trx, notice, now);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await db.selectFrom("outbox").select("id").execute()).toEqual([]);
  expect(await queueNotice(db, notice, now)).toBe(true);
});
