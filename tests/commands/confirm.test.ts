import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Request } from "../../src/commands/request.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { askCorrection } from "../../src/store/ledger/corrections.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { askAlert } from "../../src/store/runs/alerts.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";
import { parseHtml } from "../rendering/telegram.ts";
import {
  aRequest,
  editor,
  emma,
  labelsOf,
  messagesOf,
  now,
  plainWordsOf,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

const inEditorsChat = {
  person: { ...emma, id: editor },
  chat: { id: editor, type: "private" },
} as const;

const note = {
  at: "2018-02-09",
  reason: "source_revised",
  note: { ar: "راجع المرصد حصيلته.", en: "The Observatory revised its toll." },
} as const;

function counted(count: number, given: Partial<Story> = {}): Story {
  return aStory({ figures: [aFigure({ amount: { type: "count", count } })], ...given });
}

function hoursAgo(hours: number): Date {
  return new Date(now.getTime() - hours * 3_600_000);
}

/** After these editions, where 501 and 502 hold messages that show the first of each story. */
async function after(
  editions: readonly Edition[],
  given: Partial<Request> = inEditorsChat,
): Promise<Request> {
  const [edition = anEdition()] = editions.slice(-1);
  const request = await aRequest({ edition, ...given });
  for (const [index, edition] of editions.entries()) {
    await recordEdition(request.db, edition, hoursAgo(editions.length - index));
  }
  const ids = [...(editions[0]?.stories.keys() ?? [])];
  const delivered = ids.flatMap((id, index) =>
    [501, 502, 502].map((chatId, part) => ({
      chatId,
      threadId: 0,
      sentId: 10 * index + part + 1,
      shown: { printing: defaultPrinting, pieces: [], shows: { [id]: [1] } },
      at: now,
    })),
  );
  await recordDelivered(request.db, delivered);
  return request;
}

const before = anEdition({ stories: [counted(38)] });
const corrected = anEdition({ stories: [counted(41, { corrections: [note] })] });

async function asked(given: Partial<Request> = inEditorsChat): Promise<Request> {
  const request = await after([before, corrected], given);
  expect(await askCorrection(request.db, { story: "ghta0207", number: 2 }, 2)).toBe(true);
  return request;
}

async function stateOf({ db }: Request): Promise<string | undefined> {
  return (await db.selectFrom("corrections").select("state").executeTakeFirst())?.state;
}

describe("/confirm of a correction", () => {
  it("shows the difference, and how many messages in how many chats it would edit", async () => {
    const replies = await type(await asked(), "/confirm");
    const words = plainWordsOf(replies);
    expect(words).toContain("1. Air strikes on Eastern Ghouta");
    expect(words).toContain(
      "Revision 2 of ghta0207: 3 messages in 2 chats would be edited. 2 chats would be told in a reply.",
    );
    expect(words).toContain("41 civilians killed, not 38 as reported earlier");
    expect(words).toContain("The Observatory revised its toll.");
    expect(labelsOf(replies)).toEqual(["Edit 1", "Leave 1"]);
  });

  it("is read in Arabic by an editor who reads Arabic", async () => {
    const printing = { ...defaultPrinting, language: "ar" } as const;
    const words = plainWordsOf(await type({ ...(await asked()), printing }, "/confirm"));
    expect(words).toContain("تُعدَّل 3 رسائل في محادثتين");
    expect(words).toContain("مقتل 41 مدنياً، لا 38 كما ورد سابقاً");
  });

  it("compares with what most chats were shown, not with the revision before", async () => {
    const edition = anEdition({ stories: [counted(43)] });
    const request = await after([before, anEdition({ stories: [counted(41)] }), edition]);
    await askCorrection(request.db, { story: "ghta0207", number: 3 }, 2);
    const words = plainWordsOf(await type(request, "/confirm"));
    expect(words).toContain("to 43 civilians killed, from 38");
    expect(words).toContain("Nobody would be told in a reply.");
  });

  it.each([
    ["Edit 1", "confirmed", "The messages will be edited."],
    ["Leave 1", "declined", "The messages stay as they are."],
  ])("“%s” decides it, once", async (button, state, said) => {
    const request = await asked();
    const page = await type(request, "/confirm");
    const replies = await pressOn(request, page, button);
    expect(await stateOf(request)).toBe(state);
    expect(wordsOf(replies)).toContain(said);
    expect(wordsOf(replies)).toContain("Nothing waits for a word.");
    expect(replies.map((reply) => reply.type)).toEqual(["notice", "edit"]);
    const again = await pressOn(request, page, button === "Edit 1" ? "Leave 1" : "Edit 1");
    expect(again[0]).toMatchObject({ type: "notice", alert: true });
    expect(await stateOf(request)).toBe(state);
  });

  it("counts for the revision that the button names alone", async () => {
    const request = await asked();
    const data = encodePress({ type: "correction", story: "ghta0207", revision: 1, confirm: true });
    expect((await answer({ type: "press", data }, request))[0]).toMatchObject({ alert: true });
    expect(await stateOf(request)).toBe("asking");
  });

  it.each([
    ["a reader", { person: emma, chat: { id: emma.id, type: "private" } }],
    ["an editor in a group", { ...inEditorsChat, chat: { id: -1001, type: "supergroup" } }],
    ["nobody", { chat: { id: -1001, type: "supergroup" } }],
  ] as const)("is nothing for %s", async (_, given) => {
    const request = await asked(given);
    expect(wordsOf(await type(request, "/confirm"))).not.toContain("ghta0207");
    const data = encodePress({ type: "correction", story: "ghta0207", revision: 2, confirm: true });
    expect(wordsOf(await answer({ type: "press", data }, request))).not.toContain("ghta0207");
    expect(await stateOf(request)).toBe("asking");
  });

  it("still asks where the messages are gone meanwhile", async () => {
    const request = await asked();
    await request.db.deleteFrom("ledger").execute();
    const replies = await type(request, "/confirm");
    expect(plainWordsOf(replies)).toContain("1. Air strikes on Eastern Ghouta");
    expect(labelsOf(replies)).toEqual(["Edit 1", "Leave 1"]);
  });
});

function nine(count: number, given: Partial<Story> = {}): Edition {
  const ids = Array.from({ length: 9 }, (_, index) => `long000${index}`);
  return anEdition({ stories: ids.map((id) => counted(count, { id, ...given })) });
}

describe("/confirm of both", () => {
  const breaking = counted(5, {
    id: "brkg0001",
    breaking: true,
    date: { from: "2026-11-21", to: "2026-11-21" },
    headline: { ar: "خبر عاجل", en: "Breaking" },
  });

  it("lists alerts and corrections on one page, numbered through", async () => {
    const edition = anEdition({ stories: [...corrected.stories.values(), breaking] });
    const request = await after([before, edition]);
    await askCorrection(request.db, { story: "ghta0207", number: 2 }, 2);
    await askAlert(request.db, { story: "brkg0001", number: 1 }, 2300);
    const page = await type(request, "/confirm");
    expect(messagesOf(page)).toHaveLength(1);
    expect(plainWordsOf(page)).toMatch(
      /Urgent news that waits[^]*1\. Breaking[^]*Corrections that wait[^]*2\. Air strikes/,
    );
    expect(labelsOf(page)).toEqual(["Send 1", "Do not send 1", "Edit 2", "Leave 2"]);
    const next = await pressOn(request, page, "Edit 2");
    expect(await stateOf(request)).toBe("confirmed");
    expect(labelsOf(next)).toEqual(["Send 1", "Do not send 1"]);
  });

  it("fits many long ones in one message, and shows the next ones after these", async () => {
    const long = {
      ar: "حصيلة جديدة بعد مراجعة القوائم. ".repeat(20).slice(0, 600),
      en: "A new toll after the lists were read again. ".repeat(15).slice(0, 600),
    };
    const request = await after([nine(38), nine(41, { corrections: [{ ...note, note: long }] })]);
    for (let index = 0; index < 9; index += 1) {
      await askCorrection(request.db, { story: `long000${index}`, number: 2 }, 2);
    }
    let page = await type(request, "/confirm");
    let decided = 0;
    while (labelsOf(page).length > 0) {
      const [message] = messagesOf(page);
      expect(parseHtml(message?.html ?? "").text.length).toBeLessThanOrEqual(4096);
      expect(labelsOf(page).length).toBeGreaterThanOrEqual(2);
      page = await pressOn(request, page, "Edit 1");
      decided += 1;
    }
    expect(decided).toBe(9);
  });
});
