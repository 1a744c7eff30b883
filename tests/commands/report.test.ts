import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Request } from "../../src/commands/request.ts";
import { findDialogue } from "../../src/store/chats/dialogues.ts";
import {
  aRequest,
  editor,
  inGroup,
  labelsOf,
  layla,
  messagesOf,
  now,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

const words = "الرقم الصحيح <41> بحسب المرصد";

/** Up to the question whether the editors may see the name. */
async function written(request: Request) {
  const briefing = await type(request, "/ghouta");
  const which = await pressOn(request, briefing, "إبلاغ عن خطأ");
  const figure = labelsOf(which)[0] ?? "";
  expect(figure).toContain("38 مدنياً");
  expect(wordsOf(await pressOn(request, which, figure))).toContain("38 مدنياً");
  return type(request, words);
}

/** What waits in the outbox, and for whom. */
function toldIn({ db }: Request) {
  return db
    .selectFrom("outbox")
    .innerJoin("messages", "messages.id", "outbox.message_id")
    .select(["outbox.chat_id as chat", "messages.html"])
    .orderBy("outbox.id")
    .execute();
}

describe("a report of an error", () => {
  it("reaches every editor with story, figure and the reader's words, and without their name", async () => {
    const request = await aRequest({ editors: [editor, 98] });
    await pressOn(request, await written(request), "إرسال من دون اسمي");
    const told = await toldIn(request);
    expect(told.map(({ chat }) => chat)).toEqual([editor, 98]);
    const report = told.map(({ html }) => html).join("\n");
    expect(report).toContain("ghta0207");
    expect(report).toContain("38 civilians");
    expect(report).toContain("الرقم الصحيح &lt;41&gt; بحسب المرصد");
    expect(report).not.toContain(layla.name);
    expect(report).not.toContain(String(layla.id));
    expect(await findDialogue(request.db, layla.id, now)).toBeUndefined();
  });

  it("carries the name of a reader who agreed", async () => {
    const request = await aRequest();
    await pressOn(request, await written(request), "إرسال مع اسمي");
    expect((await toldIn(request))[0]?.html).toContain(layla.name);
  });

  it("is erased when the reader drops it", async () => {
    const request = await aRequest();
    await pressOn(request, await written(request), "عدم الإرسال");
    expect(await toldIn(request)).toEqual([]);
    expect(await findDialogue(request.db, layla.id, now)).toBeUndefined();
  });

  it("is sent once however often the button is pressed", async () => {
    const request = await aRequest();
    const question = await written(request);
    await pressOn(request, question, "إرسال من دون اسمي");
    const again = await pressOn(request, question, "إرسال من دون اسمي");
    expect(again.map((reply) => reply.type)).toEqual(["notice"]);
    expect(await toldIn(request)).toHaveLength(1);
  });

  it("may be sent three times in 24 hours", async () => {
    const request = await aRequest();
    for (let turn = 0; turn < 3; turn += 1) {
      await pressOn(request, await written(request), "إرسال من دون اسمي");
    }
    const fourth = await pressOn(request, await written(request), "إرسال من دون اسمي");
    expect(wordsOf(fourth)).toContain("أرسلتم 3 بلاغات خلال 24 ساعة");
  });

  it("is not taken from forwarded words", async () => {
    const request = await aRequest();
    const which = await pressOn(request, await type(request, "/ghouta"), "إبلاغ عن خطأ");
    await pressOn(request, which, "شيء آخر في الخبر");
    await answer({ type: "text", text: words, forwarded: true }, request);
    expect((await findDialogue(request.db, layla.id, now))?.words).toBeNull();
  });

  it("begins in the private chat for somebody in a group", async () => {
    const replies = await type(await aRequest(inGroup(false)), "/ghouta");
    const button = messagesOf(replies)
      .flatMap(({ keyboard = [] }) => keyboard.flat())
      .find(({ label }) => label === "Report an error");
    expect(button).toEqual({
      type: "link",
      label: "Report an error",
      url: "https://t.me/mujaz_bot?start=report_ghta0207",
    });
  });

  it("has no button where nobody would receive it", async () => {
    const replies = await type(await aRequest({ editors: [] }), "/ghouta");
    expect(labelsOf(replies)).not.toContain("إبلاغ عن خطأ");
  });
});
