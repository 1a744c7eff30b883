import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { correctionQuestion } from "../../src/rendering/notices/editor-notices.ts";
import { decodePress } from "../../src/rendering/message/press-data.ts";
import type { ToldRevision } from "../../src/rendering/changes/told-revision.ts";
import { aFigure, aStory } from "../builders.ts";
import { count, sources } from "./sentences.ts";
import { assertSound } from "./sound.ts";
import { parseHtml } from "./telegram.ts";

const arabic: Printing = { ...defaultPrinting, language: "ar" };
const english: Printing = { ...defaultPrinting, language: "en" };

function told(number: number, day: string, story: Partial<Story>): ToldRevision {
  return { number, day, story: aStory(story), sources };
}

const was = told(1, "2018-02-07", {});
const risen = told(2, "2018-02-08", { figures: [aFigure({ amount: count(41) })] });
const corrected = told(3, "2018-02-09", {
  figures: [aFigure({ amount: count(35) })],
  corrections: [
    { at: "2018-02-09", reason: "our_error", note: { ar: "أخطأنا.", en: "We misread it." } },
  ],
});

function question(revisions: readonly ToldRevision[], printing: Printing) {
  const { story, number } = revisions.at(-1) ?? was;
  const reach = { messages: 1204, chats: 1102 };
  const message = correctionQuestion({ story, number, revisions, ...reach }, printing);
  assertSound([message]);
  const text = parseHtml(message.html).text.replace(/[\u2068\u2069\u200e\u200f]/g, "");
  return { lines: text.split(/\n+/), keyboard: message.keyboard ?? [] };
}

describe("the question whether messages are to be corrected", () => {
  it("shows the difference, and how many would be edited and told", () => {
    expect(question([was, corrected], arabic).lines).toEqual([
      "تصحيحات تنتظر القرار",
      "غارات على الغوطة الشرقية",
      "النسخة 3 من الخبر ghta0207: تُعدَّل 1,204 رسائل في 1,102 محادثة. يُرسَل رد إلى 1,102 محادثة.",
      "تصحيح (9 شباط/فبراير): مقتل 35 مدنياً، لا 38 كما ورد سابقاً، بحسب المرصد السوري لحقوق الإنسان. السبب: خطأ منا. أخطأنا.",
    ]);
    expect(question([was, corrected], english).lines).toEqual([
      "Corrections that wait for a word",
      "Air strikes on Eastern Ghouta",
      "Revision 3 of ghta0207: 1,204 messages in 1,102 chats would be edited. 1,102 chats would be told in a reply.",
      "Correction (9 February): 35 civilians killed, not 38 as reported earlier, according to the Syrian Observatory for Human Rights. Reason: an error of ours. We misread it.",
    ]);
  });

  it("says that an update is told to nobody", () => {
    expect(question([was, risen], english).lines[2]).toMatch(/Nobody would be told in a reply\.$/);
    expect(question([was, risen], arabic).lines[2]).toMatch(/ لا يُرسَل رد\.$/);
  });

  it("has a button for each answer, for this revision alone", () => {
    const { keyboard } = question([was, risen, corrected], defaultPrinting);
    const buttons = keyboard.flat().flatMap((one) => (one.type === "press" ? [one] : []));
    expect(buttons.map(({ label }) => label)).toEqual([
      "تعديل الرسائل · Edit them",
      "إبقاؤها كما هي · Leave them",
    ]);
    const press = { type: "correction", story: "ghta0207", revision: 3 };
    expect(buttons.map(({ data }) => decodePress(data))).toEqual([
      { ...press, confirm: true },
      { ...press, confirm: false },
    ]);
  });
});
