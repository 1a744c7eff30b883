import { beforeEach, expect, it } from "vitest";
import { openFresh } from "../postgres/fresh.ts";
import { openDialogue } from "../../src/store/chats/dialogues.ts";
import { forgetChat } from "../../src/store/chats/forget.ts";
import { queueNotice } from "../../src/store/runs/notices.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import type { Database } from "../../src/store/tables.ts";
import { queue, wishAt } from "./delivering.ts";

const now = new Date("2026-11-22T07:00:00Z");
const person = 7_777_001;
const group = -1_007_777_002;
const other = 8_888_001;

/** Columns that name a chat or a person, and why what is in them may stay. */
const named: Readonly<Record<string, string>> = {
  "chats.id": "erased",
  "dialogues.person_id": "erased",
  "ledger.chat_id": "erased",
  "ledger.person_id": "erased",
  "managers.chat_id": "erased",
  "managers.person_id": "erased",
  "outbox.chat_id": "erased",
  "questions.chat_id": "erased",
  "questions.person_id": "erased",
  "subscriptions.chat_id": "erased",
  "subscriptions.person_id": "erased",
  "inbox.chat_id": "set to 0 once the update is handled",
  "reports.person_id": "kept for a day, so that erasing is no way around the limit",
};

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

/** A person with a group, and another with the same; both were sent something. */
async function settle(): Promise<void> {
  const seen = { from: now.getTime(), threadId: 0 };
  for (const [id, place] of [person, other].entries()) {
    await subscribe(
      db,
      { chat: { id: place, type: "private" }, threadId: 0, personId: place },
      wishAt(450),
      now,
    );
    await openDialogue(db, place, { story: "aaaa", figure: null, words: "x" }, now);
    const question = { kind: "zone", chat_id: group, thread_id: 0, expires_at: 1 } as const;
    await db
      .insertInto("questions")
      .values({ person_id: place, ...question })
      .execute();
    await queue(db, { ...seen, runId: 90 + id, subscriptionId: 1, chatId: place, state: "sent" });
    await queue(db, { ...seen, runId: 80 + id, subscriptionId: 1, chatId: place });
    const message = { html: `words about ${group} to ${place}` };
    await queueNotice(db, { key: `chat ${group} ${place}`, chatId: place, message }, now);
  }
  for (const [threadId, personId] of [person, other].entries()) {
    const chat = { id: group, type: "supergroup", title: `title ${group}` } as const;
    await subscribe(db, { chat, threadId, personId }, wishAt(450), now);
  }
  await queue(db, { ...seen, runId: 70, subscriptionId: 3, chatId: group, state: "sent" });
}

async function dump(): Promise<Readonly<Record<string, string>>> {
  const tables = ["chats", "subscriptions", "managers", "outbox", "runs", "messages"] as const;
  const all = [...tables, "dialogues", "questions", "reports", "inbox", "marks", "alerts"] as const;
  const rows: Record<string, string> = {};
  for (const table of all) {
    rows[table] = JSON.stringify(await db.selectFrom(table).selectAll().execute());
  }
  return rows;
}

it("knows every column that names a chat or a person", async () => {
  const tables = await db.introspection.getTables();
  const columns = tables.flatMap(({ name, columns }) =>
    columns.map((column) => `${name}.${column.name}`),
  );
  const naming = columns.filter((name) => /(chat|person|user|owner)s?(_id|\.id)$/.test(name));
  expect(naming.toSorted()).toEqual(Object.keys(named).toSorted());
});

it("leaves no trace of a person, and all of everybody else", async () => {
  await settle();
  await forgetChat(db, person);
  const left = await dump();
  expect(JSON.stringify(left)).not.toContain(String(person));
  const rows = await db
    .selectFrom("subscriptions")
    .select(["chat_id", "person_id"])
    .orderBy("id")
    .execute();
  expect(rows).toEqual([
    { chat_id: other, person_id: other },
    { chat_id: group, person_id: null },
    { chat_id: group, person_id: other },
  ]);
  await forgetChat(db, person);
  expect(await dump()).toEqual(left);
});

it("leaves no trace of a group, not even in what was told of it", async () => {
  await settle();
  await forgetChat(db, group);
  expect(JSON.stringify(await dump())).not.toContain(String(group));
  const chats = await db.selectFrom("subscriptions").select("chat_id").orderBy("id").execute();
  expect(chats).toEqual([{ chat_id: person }, { chat_id: other }]);
});
