import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { countDigests } from "../../src/store/insight/digests.ts";
import { countOutbox } from "../../src/store/insight/waiting.ts";
import type { Request } from "../../src/commands/request.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable, RunTable } from "../../src/store/tables/outbox.ts";
import { openFresh } from "../postgres/fresh.ts";
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

async function addRun(
  db: Database,
  { made, slot = made, kind = "digest" }: { made: number; slot?: number; kind?: RunTable["kind"] },
): Promise<number> {
  const { id } = await db
    .insertInto("runs")
    .values({
      kind,
      slot,
      made_at: made,
      window_from: 0,
      window_until: slot,
      expires_at: made + day,
      cursor: 0,
      state: "spread",
      paused: 0,
      key: null,
      schedule_id: null,
      story_id: null,
      reason: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function addRows(
  db: Database,
  run: number,
  count: number,
  state: OutboxTable["state"],
  reason: string | null = null,
): Promise<void> {
  const from = await countRows(db);
  await db
    .insertInto("outbox")
    .values(
      Array.from({ length: count }, (_, index) => ({
        run_id: run,
        chat_id: from + index,
        thread_id: 0,
        part: 0,
        message_id: 1,
        priority: 3,
        state,
        silent: 0 as const,
        reason,
        subscription_id: null,
        ledger_id: null,
        shown_id: null,
        not_before: null,
        epoch: null,
        sent_id: null,
        sent_at: null,
      })),
    )
    .execute();
}

async function countRows(db: Database): Promise<number> {
  return (await db.selectFrom("outbox").select("id").execute()).length;
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
  await addRows(db, old, 3, "sent");
  const onTime = await addRun(db, { made: ago(2 * day), slot: ago(2 * day + minute - 1) });
  await addRows(db, onTime, 7, "sent");
  await addRows(db, onTime, 2, "dead", "blocked");
  const late = await addRun(db, { made: ago(3 * minute), slot: ago(4 * minute) });
  await addRows(db, late, 1, "sent");
  await addRows(db, late, 3, "pending");
  await addRows(db, late, 1, "dead", "400 Bad Request: <NEW>");
  const alert = await addRun(db, { made: ago(minute), kind: "alert" });
  await addRows(db, alert, 5, "sent");
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
    const content = { age: 90 * minute, errors: 0, warnings: 2 };
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
      "Told as it is since 22 November 2026, 08:30",
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
      await addRows(db, await addRun(db, { made: ago(n * minute) }), 1, "pending");
      const printing = { ...defaultPrinting, language: "ar", digits: "arabic" } as const;
      const replies = await type(await editors({ db, printing }), "/stats");
      expect(plainWordsOf(replies)).toContain(line);
      expect(plainWordsOf(replies)).not.toMatch(/[0-9]/);
      for (const { html } of messagesOf(replies)) expect(parseHtml(html).text).not.toBe("");
    },
  );
});

it("a count of what was sent goes over slices of many rows and loses none", async () => {
  await using db = await openFresh();
  const runs = [await addRun(db, { made: ago(day) }), await addRun(db, { made: ago(minute) })];
  for (let slice = 0; slice < 45; slice += 1) {
    await addRows(db, runs[slice % 2] ?? 0, 500, slice % 3 === 0 ? "dead" : "sent", "blocked");
  }
  const since = new Date(ago(7 * day));
  expect(await countDigests(db, since)).toEqual({
    since,
    made: 2,
    late: 0,
    sent: 30 * 500,
    dead: [{ reason: "blocked", count: 15 * 500 }],
  });
  expect(await countOutbox(db, "dead")).toBe(15 * 500);
});
