import { beforeEach, expect, it } from "vitest";
import { storedVariants } from "../../src/store/runs/messages.ts";
import { readVariant } from "../../src/store/runs/variant.ts";
import type { Database } from "../../src/store/tables.ts";
import { openFresh } from "../postgres/fresh.ts";
import { fire, follower, reachNext } from "./delivering.ts";

const start = new Date("2026-11-22T04:00:00Z");
const due = new Date("2026-11-23T04:30:00Z");

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

it("places whose news begin at the same moment get the same message, however it is known", async () => {
  for (const chatId of [7, 8]) await follower(db, { chatId, threadId: 0 }, start);
  await db.updateTable("schedules").set({ window_from: start.getTime() }).execute();
  await db.updateTable("subscriptions").set({ news_from: null }).where("chat_id", "=", 7).execute();
  await db
    .updateTable("subscriptions")
    .set({ news_from: start.getTime() })
    .where("chat_id", "=", 8)
    .execute();
  const run = await fire(db, 1, due);
  for (let chats = 0; chats < 2; chats += 1) await reachNext(db);
  const variants = await storedVariants(db, run);
  expect(variants).toHaveLength(1);
  expect(readVariant(variants[0] ?? "").newsFrom).toEqual(start);
  const rows = await db.selectFrom("outbox").select("chat_id").execute();
  expect(rows).toEqual([{ chat_id: 7 }, { chat_id: 8 }]);
});
