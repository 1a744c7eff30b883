import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderHistory } from "../../src/rendering/changes/history.ts";
import type { History, HistoryEntry } from "../../src/rendering/changes/history.ts";
import { html } from "../../src/rendering/text/html.ts";
import type { ToldRevision } from "../../src/rendering/changes/told-revision.ts";
import { aFigure, aStory, anEdition } from "../builders.ts";
import { count, sources } from "./sentences.ts";
import { parseHtml } from "./telegram.ts";

const reference = { edition: anEdition(), botUsername: "mujaz_bot" };
const arabic: Printing = { ...defaultPrinting, language: "ar" };
const english: Printing = { ...defaultPrinting, language: "en" };

const injured = aFigure({
  id: "injured",
  kind: "injured",
  who: "persons",
  amount: count(65),
});
const note = {
  at: "2018-02-09",
  reason: "source_revised",
  note: { ar: "راجع المرصد قوائمه.", en: "SOHR checked its lists." },
} as const;
const heading = () => html`H`;
const withdrawn = { at: "2018-02-11", note: { ar: "لم يثبت.", en: "It did not hold." } };

function told(number: number, day: string, story: Partial<Story>): ToldRevision {
  return { number, day, story: aStory(story), sources };
}

const first = told(1, "2018-02-07", { figures: [aFigure(), injured] });
const second = told(2, "2018-02-08", { figures: [aFigure({ amount: count(41) }), injured] });
const third = told(3, "2018-02-10", {
  figures: [aFigure(), injured],
  corrections: [note],
});
const fourth = told(4, "2018-02-10", { ...third.story, headline: { ar: "قصف دوما", en: "Douma" } });
const fifth = told(5, "2018-02-11", { ...fourth.story, withdrawn });

const all: readonly HistoryEntry[] = [
  { now: fifth, was: fourth },
  { now: fourth, was: third },
  { now: third, was: second },
  { now: second, was: first },
  { now: first },
];

function textOf(history: History, printing: Printing): string[] {
  return renderHistory(heading, history, printing, reference)
    .map(({ html }) => parseHtml(html).text.replace(/[\u2068\u2069\u200e\u200f]/g, ""))
    .join("\n=====\n")
    .split("\n\n");
}

describe("a history", () => {
  it("tells what changed and why, the newest first, down to what was first published", () => {
    expect(textOf({ of: "story", entries: all }, arabic)).toEqual([
      "H\n• سُحب هذا الخبر في 11 شباط/فبراير 2018: لم يثبت.",
      "• تعديل في الصياغة وحدها (10 شباط/فبراير 2018)",
      "• تصحيح (9 شباط/فبراير 2018): مقتل 38 مدنياً، لا 41 كما ورد سابقاً، بحسب المرصد السوري لحقوق الإنسان. السبب: عدّل المصدر ما أورده. راجع المرصد قوائمه.",
      "• تحديث (8 شباط/فبراير 2018): ارتفاع الحصيلة إلى 41 قتيلاً مدنياً بعد 38، بحسب المرصد السوري لحقوق الإنسان",
      "• أول نشر (7 شباط/فبراير 2018): مقتل 38 مدنياً، بحسب المرصد السوري لحقوق الإنسان؛ إصابة 65 شخصاً، بحسب المرصد السوري لحقوق الإنسان",
    ]);
    expect(textOf({ of: "story", entries: all }, english)).toEqual([
      "H\n• This story was withdrawn on 11 February 2018: It did not hold.",
      "• Wording only (10 February 2018)",
      "• Correction (9 February 2018): 38 civilians killed, not 41 as reported earlier, according to the Syrian Observatory for Human Rights. Reason: the source revised what it reported. SOHR checked its lists.",
      "• Update (8 February 2018): the toll rises to 41 civilians killed, from 38, according to the Syrian Observatory for Human Rights",
      "• First published (7 February 2018): 38 civilians killed, according to the Syrian Observatory for Human Rights; 65 people injured, according to the Syrian Observatory for Human Rights",
    ]);
  });

  it("of a topic names each story as a link that opens it", () => {
    const entries = all.slice(1, 3);
    expect(textOf({ of: "topic", entries }, english)).toEqual([
      "H\n• Douma\nWording only (10 February 2018)",
      expect.stringMatching(/^• Air strikes on Eastern Ghouta\nCorrection \(9 February 2018\): /),
    ]);
    const [message] = renderHistory(heading, { of: "topic", entries }, english, reference);
    const link = "https://t.me/mujaz_bot?start=story_ghta0207";
    expect(parseHtml(message?.html ?? "").links).toEqual([link, link]);
  });

  it("gives the reason that an editor adds later, and says where there were no figures", () => {
    const bare = told(1, "2018-02-07", { figures: [] });
    const noted = told(2, "2018-02-09", { figures: [], corrections: [note] });
    const entries = [{ now: noted, was: bare }, { now: bare }];
    expect(textOf({ of: "story", entries }, english)).toEqual([
      "H\n• Correction (9 February 2018): Reason: the source revised what it reported. SOHR checked its lists.",
      "• First published (7 February 2018), without figures",
    ]);
    expect(textOf({ of: "story", entries }, arabic)).toEqual([
      "H\n• تصحيح (9 شباط/فبراير 2018): السبب: عدّل المصدر ما أورده. راجع المرصد قوائمه.",
      "• أول نشر (7 شباط/فبراير 2018)، بلا أرقام",
    ]);
  });

  it("of nothing is no message", () => {
    expect(renderHistory(heading, { of: "story", entries: [] }, arabic, reference)).toEqual([]);
  });
});
