import { beforeEach, expect, it } from "vitest";
import { choosePrinting, readChoices, readPrinting, retitle } from "../../src/store/chats/chats.ts";
import { openFresh } from "../postgres/fresh.ts";
import { moveChat } from "../../src/store/chats/move.ts";
import { leaveChat, pauseChat } from "../../src/store/chats/standing.ts";
import { chooseQuiet } from "../../src/store/chats/chats.ts";
import {
  chooseZone,
  listSubscriptions,
  subscribe,
} from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { queue, wishAt } from "./delivering.ts";

const now = new Date("2026-11-22T07:00:00Z");
const begun = Date.parse("2026-11-21T07:30:00Z");
const day = 86_400_000;
const group = { id: -5, type: "group", title: "غرفة" } as const;
const upgraded = { id: -1005, type: "supergroup" } as const;

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  await subscribe(db, { chat: group, threadId: 0, personId: 77 }, wishAt(450), now);
  return () => db.destroy();
});

async function everything() {
  return {
    chats: await db.selectFrom("chats").selectAll().orderBy("id").execute(),
    subscriptions: await db.selectFrom("subscriptions").selectAll().orderBy("id").execute(),
    managers: await db.selectFrom("managers").selectAll().execute(),
    outbox: await db.selectFrom("outbox").selectAll().orderBy("id").execute(),
  };
}

it("takes along all that names the group, and doing it twice changes nothing", async () => {
  await choosePrinting(db, group, { language: "ar" }, now);
  await chooseZone(db, group, "Europe/Paris", now);
  await chooseQuiet(db, group, { from: 0, until: 60 }, now);
  const place = { chatId: -5, threadId: 0, subscriptionId: 1, from: begun };
  await queue(db, { runId: 1, ...place, state: "sent" });
  await queue(db, { runId: 2, ...place, state: "sending" });
  await queue(db, { runId: 3, ...place });
  await queue(db, { runId: 4, ...place, subscriptionId: null });
  await db.updateTable("outbox").set({ sent_id: 12 }).where("run_id", "=", 1).execute();
  await moveChat(db, -5, -1005);
  const moved = await everything();
  expect(JSON.stringify(moved)).not.toMatch(/-5\b/);
  expect(moved.chats).toMatchObject([
    { id: -1005, type: "supergroup", language: "ar", title: "غرفة", zone: "Europe/Paris" },
  ]);
  expect(await readChoices(db, -1005)).toMatchObject({ quiet: { from: 0, until: 60 } });
  expect(moved.subscriptions).toMatchObject([{ id: 1, chat_id: -1005, thread_id: 0 }]);
  expect(moved.managers).toEqual([{ person_id: 77, chat_id: -1005 }]);
  expect(moved.outbox.map(({ state }) => state)).toEqual(["sent", "sending", "pending", "pending"]);
  expect(moved.outbox[0]?.sent_id).toBeNull();
  await moveChat(db, -5, -1005);
  await moveChat(db, -1005, -1005);
  expect(await everything()).toEqual(moved);
});

it("leaves what the new chat chose, and joins the news of both", async () => {
  await choosePrinting(db, group, { language: "ar", digits: "arabic" }, now);
  await choosePrinting(db, upgraded, { language: "en" }, now);
  await subscribe(db, { chat: upgraded, threadId: 0, personId: 88 }, wishAt(600), now);
  await subscribe(db, { chat: upgraded, threadId: 4 }, wishAt(600), now);
  await queue(db, { runId: 1, subscriptionId: 1, chatId: -5, threadId: 0, from: begun - day });
  await moveChat(db, -5, -1005);
  expect(await readPrinting(db, -1005)).toMatchObject({ language: "en", digits: "latin" });
  const [general, topic, ...more] = await listSubscriptions(db, -1005);
  expect([general?.schedule.times, topic?.threadId, more]).toEqual([[600], 4, []]);
  expect(general?.newsFrom).toEqual(new Date(begun - day));
  expect((await everything()).outbox).toMatchObject([
    { chat_id: -1005, state: "dead", reason: "moved", subscription_id: 2 },
  ]);
  expect(await listSubscriptions(db, -5)).toEqual([]);
});

it("sends no run twice where both chats were to get it", async () => {
  await subscribe(db, { chat: upgraded, threadId: 0 }, wishAt(450), now);
  await queue(db, { runId: 1, subscriptionId: 1, chatId: -5, threadId: 0, from: begun });
  await queue(db, { runId: 1, subscriptionId: 2, chatId: -1005, threadId: 0, from: begun });
  await moveChat(db, -5, -1005);
  expect((await everything()).outbox).toMatchObject([{ chat_id: -1005, subscription_id: 2 }]);
});

it("puts what named topics into General, as a basic group has none", async () => {
  await subscribe(db, { chat: group, threadId: 9 }, wishAt(600), now);
  await moveChat(db, -5, -1005);
  expect(await listSubscriptions(db, -1005)).toMatchObject([
    { threadId: 0, schedule: { times: [450] } },
  ]);
});

it("finds a chat alive that was gone, and one still closed that was paused", async () => {
  await leaveChat(db, -5, "kicked", now);
  await moveChat(db, -5, -1005);
  await subscribe(db, { chat: { id: -6, type: "group" }, threadId: 0 }, wishAt(450), now);
  await pauseChat(db, -6, "forbidden", now);
  await moveChat(db, -6, -1006);
  const rows = await db.selectFrom("chats").select(["id", "state"]).orderBy("id").execute();
  expect(rows).toEqual([
    { id: -1006, state: "paused" },
    { id: -1005, state: "active" },
  ]);
});

it("gives a chat its new name, and no row to one that chose nothing", async () => {
  await retitle(db, -5, "غرفة أخرى");
  await retitle(db, -9, "x");
  const rows = await db.selectFrom("chats").select(["id", "title"]).execute();
  expect(rows).toEqual([{ id: -5, title: "غرفة أخرى" }]);
});
