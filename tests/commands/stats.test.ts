import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Request } from "../../src/commands/request.ts";
import type { Database } from "../../src/store/tables.ts";
import { openFresh } from "../postgres/fresh.ts";
import { addRows, addRun } from "../store/runs-of.ts";
import { parseHtml } from "../rendering/telegram.ts";
import {
  aRequest,
  editor,
  emma,
  inGroup,
  layla,
  messagesOf,
  now,
  plainWordsOf,
  type,
  wordsOf,
} from "./requests.ts";

const minute = 60_000;
const day = 1440 * minute;

function ago(ms: number): number {
  return now.getTime() - ms;
}

function editors(given: Partial<Request> = {}): Promise<Request> {
  const person = { ...emma, id: editor };
  return aRequest({ person, chat: { id: editor, type: "private" }, ...given });
}

async function addChats(db: Database): Promise<void> {
  const chat = { language: "both", digits: "latin", months: "double", created_at: 0 } as const;
  const rows = [
    { id: 1, type: "private" },
    { id: 2, type: "private", state: "inactive", reason: "blocked" },
    { id: -3, type: "group", state: "paused" },
    { id: -4, type: "supergroup" },
    { id: -5, type: "channel" },
  ] as const;
  for (const row of rows) {
    await db
      .insertInto("chats")
      .values({ ...chat, ...row })
      .execute();
    await db
      .insertInto("subscriptions")
      .values({
        chat_id: row.id,
        thread_id: 0,
        topics: "",
        schedule_id: 1,
        alerts: row.type === "private" ? 1 : 0,
        empty_line: 0,
        silent: 0,
        after_run: 0,
        state: row.id === -4 ? "paused" : "active",
        created_at: 0,
      })
      .execute();
  }
}

async function used(): Promise<Database> {
  const db = await openFresh();
  await addChats(db);
  const old = await addRun(db, { made: ago(8 * day) });
  await addRows(db, old, { count: 3, state: "sent" });
  const onTime = await addRun(db, { made: ago(2 * day), slot: ago(2 * day + minute - 1) });
  await addRows(db, onTime, { count: 7, state: "sent" });
  await addRows(db, onTime, { count: 2, state: "dead", reason: "blocked" });
  const late = await addRun(db, { made: ago(3 * minute), slot: ago(4 * minute) });
  await addRows(db, late, { count: 1, state: "sent" });
  await addRows(db, late, { count: 3, state: "pending" });
  await addRows(db, late, { count: 1, state: "dead", reason: "400 Bad Request: <NEW>" });
  const alert = await addRun(db, { made: ago(minute), kind: "alert" });
  await addRows(db, alert, { count: 5, state: "sent" });
  return db;
}

describe("/stats", () => {
  it("is for editors in their private chat; for others it is a word like any other", async () => {
    const { db } = await editors();
    const word = wordsOf(await type(await aRequest({ db }), "/statz"));
    expect(wordsOf(await type(await aRequest({ db }), "/stats"))).toBe(word);
    const editorInGroup = { ...inGroup(true), person: { ...layla, id: editor }, db };
    expect(await type(await aRequest(editorInGroup), "/stats")).toEqual([]);
    const channel = { id: -1002, type: "channel" } as const;
    expect(await type(await aRequest({ chat: channel, db }), "/stats")).toEqual([]);
    expect(wordsOf(await type(await editors({ db }), "/stats"))).toContain("The bot in numbers");
  });

  it("says who is reached, what became of the digests of a week, and what waits", async () => {
    await using db = await used();
    const content = { age: (90 * minute) / 1000, errors: 0, warnings: 2 };
    const told = plainWordsOf(await type(await editors({ db, content }), "/stats"));
    for (const line of [
      "As of 22 November 2026, 10:00.",
      "Private chats: 2, out of reach: 1",
      "Groups: 2, no right to write: 1",
      "Channels: 1",
      "In all: 5",
      "With urgent news: 2",
      "Their forum topic is closed: 1",
      "Digests since 15 November 2026, 10:00",
      "Made: 2",
      "A minute late or more: 1",
      "Messages sent: 8",
      "Messages given up: 3",
      "blocked: 2",
      "400 Bad Request: &lt;NEW&gt;: 1",
      "Waiting: 3",
      "The oldest waits for 3 minutes.",
      "Waiting for /confirm: 0",
      "Stories: 3",
      "Unchanged since 22 November 2026, 08:30",
      "Errors in the folder: 0",
      "Warnings: 2",
      "Handled in the last 24 hours: 0",
    ]) {
      expect(told).toContain(line);
    }
  });

  it.each([
    [0, "أقدمها تنتظر منذ أقل من دقيقة."],
    [1, "أقدمها تنتظر منذ دقيقة."],
    [2, "أقدمها تنتظر منذ دقيقتين."],
    [3, "أقدمها تنتظر منذ ٣ دقائق."],
    [11, "أقدمها تنتظر منذ ١١ دقيقة."],
    [100, "أقدمها تنتظر منذ ١٠٠ دقيقة."],
  ])(
    "says it in Arabic with the noun that %d takes, in the chat's digits",
    async (...[n, line]) => {
      await using db = await openFresh();
      const run = await addRun(db, { made: ago(n * minute) });
      await addRows(db, run, { count: 1, state: "pending" });
      const printing = { ...defaultPrinting, language: "ar", digits: "arabic" } as const;
      const replies = await type(await editors({ db, printing }), "/stats");
      expect(plainWordsOf(replies)).toContain(line);
      expect(plainWordsOf(replies)).not.toMatch(/[0-9]/);
      for (const { html } of messagesOf(replies)) expect(parseHtml(html).text).not.toBe("");
    },
  );
});
