import { describe, expect, it } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Request } from "../../src/commands/request.ts";
import type { CorrectionNote, Story } from "../../src/domain/story.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import { aFigure, anEdition, aStory, aTopic } from "../builders.ts";
import {
  aRequest,
  emma,
  inGroup,
  labelsOf,
  messagesOf,
  plainWordsOf,
  pressOn,
  type,
  wordsOf,
} from "./requests.ts";

const topics = [
  aTopic(),
  aTopic({
    id: "strikes",
    title: { ar: "ضربات التحالف", en: "Coalition strikes" },
    aliases: ["الضربات"],
  }),
];

const note: CorrectionNote = {
  at: "2018-02-09",
  reason: "our_error",
  note: { ar: "نُقل الرقم خطأً.", en: "The number was copied wrongly." },
};

function counted(count: number, given: Partial<Story> = {}): Story {
  return aStory({ figures: [aFigure({ amount: { type: "count", count } })], ...given });
}

const other = counted(7, {
  id: "ghta0206",
  headline: { ar: "قصف على دوما", en: "Shelling of Douma" },
});

const start = Date.parse("2026-11-20T09:00:00Z");
const hour = 3_600_000;

/** Emma in her private chat, after these states of the content came an hour after another. */
async function after(
  editions: readonly (readonly Story[])[],
  given: Partial<Request> = {},
): Promise<Request> {
  const chat = { id: emma.id, type: "private" } as const;
  const request = await aRequest({ person: emma, chat, ...given });
  let current = anEdition({ stories: [], topics });
  for (const [index, stories] of editions.entries()) {
    const edition = anEdition({ stories, topics });
    const now = new Date(start + index * hour);
    current = { ...edition, standings: await recordEdition(request.db, edition, now) };
  }
  return { ...request, edition: current };
}

const corrected = [[counted(38)], [counted(41, { corrections: [note] })]];

describe("/history of a story", () => {
  it("tells the old figure and the new one, when and why, newest first", async () => {
    const words = plainWordsOf(await type(await after(corrected), "/history ghta0207"));
    expect(words).toContain("41 civilians killed, not 38 as reported earlier");
    expect(words).toContain("مقتل 41 مدنياً، لا 38 كما ورد سابقاً");
    expect(words).toContain("9 February 2018");
    expect(words).toContain("an error of ours");
    expect(words).toContain("The number was copied wrongly.");
    expect(words.indexOf("41 civilians")).toBeLessThan(words.indexOf("First published"));
    expect(words).toContain("First published (20 November 2026): 38 civilians killed");
  });

  it("dates a change by the day that it was in the zone of the bot", async () => {
    const late = Date.parse("2026-11-20T22:30:00Z");
    const request = await after([]);
    for (const [index, count] of [38, 41].entries()) {
      const edition = anEdition({ stories: [counted(count)], topics });
      const standings = await recordEdition(request.db, edition, new Date(late + index));
      Object.assign(request, { edition: { ...edition, standings } });
    }
    expect(plainWordsOf(await type(request, "/history ghta0207"))).toContain("21 November 2026");
  });

  it("tells an error and its undoing, each by itself", async () => {
    const there = [[counted(38)], [counted(83)], [counted(38)]];
    const words = plainWordsOf(await type(await after(there), "/history ghta0207"));
    expect(words).toContain("to 83 civilians killed, from 38");
    expect(words).toContain("to 38 civilians killed, from 83");
  });

  it("keeps a withdrawn story and a retracted figure in sight as withdrawn", async () => {
    const retracted = aFigure({ id: "hurt", kind: "injured", status: "retracted" });
    const states = [
      [aStory({ figures: [aFigure(), { ...retracted, status: "reported" }] })],
      [aStory({ figures: [aFigure(), retracted] })],
      [aStory({ withdrawn: { at: "2018-02-11", note: note.note } })],
    ];
    const words = plainWordsOf(await type(await after(states), "/history ghta0207"));
    expect(words).toContain("This story was withdrawn on 11 February 2018");
    expect(words).toContain("withdrawn: 38 civilians injured");
    expect(words).toContain("First published");
  });

  it("names a change of wording as that, and leaves out what no reader sees", async () => {
    const place = { ar: "دوما", en: "Douma" };
    const quote = [aFigure({ quote: "38 civilians" })];
    const states = [[aStory()], [aStory({ place })], [aStory({ place, figures: quote })]];
    const words = plainWordsOf(await type(await after(states), "/history ghta0207"));
    expect(words.match(/Wording only/g)).toHaveLength(1);
  });

  it("turns its pages in place, five changes to each", async () => {
    const counts = Array.from({ length: 12 }, (_, index) => [counted(30 + index)]);
    const request = await after(counts, {
      printing: { language: "en", digits: "latin", months: "double" },
    });
    const first = await type(request, "/history ghta0207");
    expect(wordsOf(first).match(/from \d\d/g)).toEqual(
      [40, 39, 38, 37, 36].map((count) => `from ${count}`),
    );
    const second = await pressOn(request, first, "Next");
    expect(second.map((reply) => reply.type)).toEqual(["edit"]);
    const third = await pressOn(request, second, "Next");
    expect(wordsOf(third)).toContain("First published");
    expect(labelsOf(third)).toEqual(["Back"]);
    const beyond = encodePress({ type: "history", story: "ghta0207", page: 9 });
    expect(await answer({ type: "press", data: beyond }, request)).toEqual(third);
  });

  it("says that nothing changed of what is not recorded", async () => {
    const request = { ...(await after([])), edition: anEdition({ topics }) };
    expect(wordsOf(await type(request, "/history ghta0207"))).toContain("Nothing has changed yet.");
  });

  it("calls nothing a beginning that is not the first revision", async () => {
    const request = await after(corrected);
    await request.db.deleteFrom("revisions").where("number", "=", 1).execute();
    await request.db.updateTable("revisions").set({ weight: "first" }).execute();
    expect(wordsOf(await type(request, "/history ghta0207"))).toContain("Nothing has changed yet.");
  });

  it("opens by a link", async () => {
    const words = wordsOf(await type(await after(corrected), "/start history_ghta0207"));
    expect(words).toContain("not 38 as reported earlier");
  });

  it("has no page for a story that is gone", async () => {
    const data = encodePress({ type: "history", story: "gone0000" });
    expect(await answer({ type: "press", data }, await after(corrected))).toMatchObject([
      { type: "notice", alert: true },
    ]);
    expect(wordsOf(await type(await after(corrected), "/start history_gone0000"))).toContain(
      "Pick a topic",
    );
  });
});

describe("/history of a topic", () => {
  const both = [
    [counted(38), other],
    [counted(41), other],
    [counted(41), { ...other, figures: [] }],
  ];

  it.each(["ghouta", "الغوطة", "Eastern Ghouta"])(
    "as «%s» tells what changed in all its stories, each by name",
    async (topic) => {
      const words = plainWordsOf(await type(await after(both), `/history ${topic}`));
      expect(words).toContain("What changed on “Eastern Ghouta”");
      expect(words.indexOf("withdrawn: 7 civilians killed")).toBeLessThan(
        words.indexOf("to 41 civilians killed, from 38"),
      );
      expect(words).toContain("Shelling of Douma");
      expect(words.match(/First published/g)).toHaveLength(2);
    },
  );

  it("also holds stories of other topics that name it, and withdrawn ones", async () => {
    const withdrawn = { at: "2018-02-11", note: note.note };
    const states = [[counted(38, { also: ["strikes"], withdrawn })]];
    const words = plainWordsOf(await type(await after(states), "/history الضربات"));
    expect(words).toContain("This story was withdrawn on 11 February 2018");
  });
});

describe("/history alone", () => {
  it("says how it is used, and offers the stories that changed last", async () => {
    const request = await after([
      [counted(38), other],
      [counted(38), { ...other, figures: [] }],
    ]);
    const replies = await type(request, "/history");
    expect(plainWordsOf(replies)).toContain("/history ghta0206");
    expect(labelsOf(replies)).toEqual(["Shelling of Douma"]);
    const opened = await pressOn(request, replies, "Shelling of Douma");
    expect(opened.map((reply) => reply.type)).toEqual(["send"]);
    expect(plainWordsOf(opened)).toContain("withdrawn: 7 civilians killed");
  });

  it("offers nothing where nothing changed, and names what it does not know", async () => {
    const request = await after([[counted(38)]]);
    expect(labelsOf(await type(request, "/history"))).toEqual([]);
    expect(plainWordsOf(await type(request, "/history xqzzt"))).toContain("“xqzzt”");
  });

  it("in a channel leads to the private chat", async () => {
    const request = await after(corrected, { chat: { id: -1002, type: "channel" } });
    const [message] = messagesOf(await type(request, "/history ghta0207"));
    expect(message?.html).not.toContain("38");
    expect(message?.keyboard?.[0]?.[0]).toMatchObject({ url: "https://t.me/mujaz_bot" });
  });
});

describe("the history button", () => {
  it.each(["/ghouta", "/story ghta0207"])(
    "stands under %s once its figures changed, in every language",
    async (line) => {
      expect(labelsOf(await type(await after([[counted(38)]]), line))).not.toContain("History");
      const wording = [[counted(38)], [counted(38, { place: { ar: "دوما", en: "Douma" } })]];
      expect(labelsOf(await type(await after(wording), line))).not.toContain("History");
      const request = await after(corrected);
      const replies = await pressOn(request, await type(request, line), "English");
      const opened = await pressOn(request, replies, "History");
      expect(opened.map((reply) => reply.type)).toEqual(["send"]);
      expect(plainWordsOf(opened)).toContain("not 38 as reported earlier");
    },
  );

  it("is pressed by any member of a group", async () => {
    const request = await after(corrected, inGroup(false));
    const opened = await pressOn(request, await type(request, "/ghouta"), "History");
    expect(plainWordsOf(opened)).toContain("not 38 as reported earlier");
  });

  it("in a channel is a link", async () => {
    const request = await after(corrected, { chat: { id: -1002, type: "channel" } });
    const buttons = messagesOf(await type(request, "/ghouta")).flatMap(({ keyboard = [] }) =>
      keyboard.flat(),
    );
    expect(buttons).toContainEqual({
      type: "link",
      label: "History",
      url: "https://t.me/mujaz_bot?start=history_ghta0207",
    });
    expect(buttons.every((button) => button.type === "link")).toBe(true);
  });
});
