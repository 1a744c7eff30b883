import { expect, it } from "vitest";
import { askEditors, tellOfTrouble } from "../../src/app/editor-notices.ts";
import type { Trouble } from "../../src/delivery/trouble.ts";
import { decodePress } from "../../src/rendering/message/press-data.ts";
import { choosePrinting } from "../../src/store/chats/chats.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { aStory } from "../builders.ts";
import { testLog } from "../telegram/log.ts";

const now = new Date("2026-11-22T07:00:00Z");
const editors = [91, 92];

function notices(db: Database) {
  return db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "message_id")
    .select(["chat_id", "html", "keyboard"])
    .orderBy("outbox.id")
    .execute();
}

async function told(trouble: Trouble): Promise<Awaited<ReturnType<typeof notices>>> {
  await using db = await openDatabase("file::memory:");
  const log = testLog();
  await choosePrinting(db, { id: 91, type: "private" }, { language: "ar" }, now);
  await tellOfTrouble({ db, editors, now: () => now, log }, trouble);
  expect(log.lines).toEqual([]);
  return await notices(db);
}

it("every editor is told of a run that was paused, and how it goes on, in their language", async () => {
  const [arabic, both, ...more] = await told({
    type: "run paused",
    runId: 12,
    reason: "400 Bad Request: NEW",
  });
  expect(more).toEqual([]);
  expect(arabic).toMatchObject({
    chat_id: 91,
    html: expect.stringContaining("outbox -- resume 12"),
  });
  expect(arabic?.html).not.toContain("A broadcast was paused");
  expect(both?.html).toContain("A broadcast was paused");
  expect(both?.html).toContain("400 Bad Request: NEW");
});

it.each<Trouble>([{ type: "mostly gone" }, { type: "unpaid" }])(
  "every editor is told of $type",
  async (trouble) => {
    expect((await told(trouble)).map(({ chat_id }) => chat_id)).toEqual(editors);
  },
);

it.each<Trouble>([
  { type: "bad message", runId: 12, fault: "entities" },
  { type: "outage" },
  { type: "held long", chatId: 7, seconds: 900 },
  { type: "unauthorized" },
])("$type is for the log alone", async (trouble) => {
  expect(await told(trouble)).toEqual([]);
});

it("every editor is asked once about an alert, by buttons that name its revision", async () => {
  await using db = await openDatabase("file::memory:");
  const asked = { story: aStory(), number: 2, places: 1001 };
  await askEditors(db, editors, asked, now);
  await askEditors(db, editors, asked, now);
  const questions = await notices(db);
  expect(questions.map(({ chat_id }) => chat_id)).toEqual(editors);
  expect(questions[0]?.html).toContain("1,001");
  const data = [...(questions[0]?.keyboard ?? "").matchAll(/"data":"([^"]*)"/g)];
  const alert = { type: "alert", story: aStory().id, revision: 2 };
  expect(data.map(([, press = ""]) => decodePress(press))).toEqual([
    { ...alert, confirm: true },
    { ...alert, confirm: false },
  ]);
});
