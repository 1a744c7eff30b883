import { describe, expect, it } from "vitest";
import { composeBriefing } from "../../src/domain/briefing.ts";
import { storiesOf } from "../../src/domain/edition.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderBriefing } from "../../src/rendering/stories/briefing.ts";
import { renderFigures } from "../../src/rendering/stories/figures.ts";
import { html } from "../../src/rendering/text/html.ts";
import { renderLatest } from "../../src/rendering/stories/latest.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { renderSources } from "../../src/rendering/stories/sources.ts";
import { renderStory } from "../../src/rendering/stories/story.ts";
import { renderTopics } from "../../src/rendering/stories/topics.ts";
import { aFigure, aStory, anEdition } from "../builders.ts";
import { barrelbombs, edition, ghouta, strikes } from "./first-content.ts";
import { parseHtml } from "./telegram.ts";

const reference = { edition, botUsername: "mujaz_bot" };
const arabic: Printing = { ...defaultPrinting, language: "ar" };
const english: Printing = { ...defaultPrinting, language: "en" };

/** What a reader sees, isolates and marks aside. */
function textOf(messages: readonly Message[]): string {
  return messages
    .map(({ html }) => parseHtml(html).text.replace(/[\u2068\u2069\u200e\u200f]/g, ""))
    .join("\n=====\n");
}

function figureLines(story: Story, printing: Printing): string[] {
  const text = textOf(renderStory(story, printing, reference));
  return text.split("\n").filter((line) => /^[•◦]/.test(line));
}

const official = "، بحسب مسؤول عسكري أميركي لم يُذكر اسمه";
const byOfficial = ", according to an unnamed US military official";

describe("the figures of the first content", () => {
  it("of the strikes: two sources for one figure, two asserted nones, one injured, shells", () => {
    expect(figureLines(strikes, arabic)).toEqual([
      "• مقتل أكثر من 100 عنصر من القوات الموالية للنظام، بحسب القيادة المركزية الأميركية",
      "◦ الرقم نفسه، بحسب تقدير مسؤول عسكري أميركي لم يُذكر اسمه",
      `• لم يُقتل أي جندي من القوات الأميركية${official}`,
      `• لم يُصب أي جندي من القوات الأميركية${official}`,
      `• إصابة عنصر واحد من قوات سورية الديمقراطية${official}`,
      `• سقوط بين 20 و30 قذيفة${official}`,
    ]);
    expect(figureLines(strikes, english)).toEqual([
      "• more than 100 combatants from pro-government forces killed, according to US Central Command",
      "◦ the same figure, by the estimate of an unnamed US military official",
      `• no soldiers from US forces were killed${byOfficial}`,
      `• no soldiers from US forces were injured${byOfficial}`,
      `• one combatant from the Syrian Democratic Forces injured${byOfficial}`,
      `• between 20 and 30 shells landed${byOfficial}`,
    ]);
  });

  it("of Ghouta: a likely source stays a likelihood, and the three days stand apart", () => {
    expect(figureLines(ghouta, arabic)).toEqual([
      "• مقتل 38 مدنياً، بينهم 12 طفلاً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
      "• إصابة 65 شخصاً (لم يُذكر المصدر صراحةً؛ يُرجَّح أنه المرصد السوري لحقوق الإنسان)",
      "• مقتل 150 مدنياً خلال ثلاثة أيام، بحسب المرصد السوري لحقوق الإنسان",
    ]);
    expect(figureLines(ghouta, english)).toEqual([
      "• 38 civilians killed, 12 of them children (source not stated; likely the Syrian Observatory for Human Rights)",
      "• 65 people injured (source not stated; likely the Syrian Observatory for Human Rights)",
      "• 150 civilians killed over three days, according to the Syrian Observatory for Human Rights",
    ]);
  });

  it("of the barrel bombs: a month's count, and a running total with its source's own rate", () => {
    expect(figureLines(barrelbombs, arabic)).toEqual([
      "• إلقاء ما لا يقل عن 427 برميلاً متفجراً في كانون الثاني/يناير 2018، بحسب الشبكة السورية لحقوق الإنسان",
      "• إلقاء 23,403 براميل متفجرة منذ أيلول/سبتمبر 2015 (حصيلة تراكمية)، بحسب الشبكة السورية لحقوق الإنسان، أي بمعدل 28 برميلاً متفجراً يومياً بحسب المصدر نفسه",
    ]);
    expect(figureLines(barrelbombs, english)).toEqual([
      "• at least 427 barrel bombs dropped in January 2018, according to the Syrian Network for Human Rights",
      "• 23,403 barrel bombs dropped since September 2015 (a running total), according to the Syrian Network for Human Rights, a rate of 28 a day by its own count",
    ]);
  });

  it("follow the chat's digits and month names in Arabic", () => {
    const printing = { ...arabic, digits: "arabic", months: "gulf" } as const;
    expect(figureLines(barrelbombs, printing)[0]).toBe(
      "• إلقاء ما لا يقل عن ٤٢٧ برميلاً متفجراً في يناير ٢٠١٨، بحسب الشبكة السورية لحقوق الإنسان",
    );
  });
});

const plain = aStory({
  links: [{ url: "https://example.org/a", title: { ar: "Reuters", en: "Reuters" } }],
});

describe("a story", () => {
  it("is told in order, the whole Arabic before the English", () => {
    expect(textOf(renderStory(plain, defaultPrinting, reference))).toBe(
      [
        "الغوطة الشرقية",
        "",
        "غارات على الغوطة الشرقية",
        "7 شباط/فبراير 2018 · الغوطة الشرقية",
        "",
        "تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء.",
        "",
        "الأرقام:",
        "• مقتل 38 مدنياً، بحسب المرصد السوري لحقوق الإنسان",
        "",
        "روابط:",
        "• Reuters",
        "",
        "──────────",
        "",
        "Eastern Ghouta",
        "",
        "Air strikes on Eastern Ghouta",
        "7 February 2018 · Eastern Ghouta",
        "",
        "Towns in Eastern Ghouta came under air strikes on Wednesday.",
        "",
        "Figures:",
        "• 38 civilians killed, according to the Syrian Observatory for Human Rights",
        "",
        "Links:",
        "• Reuters",
      ].join("\n"),
    );
  });

  it("says that its figures are not added up where a reader might add them", () => {
    const notice = "Each figure is as its source gave it; figures are not added together.";
    expect(textOf(renderStory(ghouta, english, reference))).toContain(notice);
    expect(textOf(renderStory(strikes, english, reference))).not.toContain(notice);
    expect(textOf(renderStory(plain, english, reference))).not.toContain(notice);
  });

  it("has a notice above what may distress", () => {
    const text = textOf(renderStory({ ...plain, graphic: true }, arabic, reference));
    expect(text).toContain("\n\nتنبيه: في هذا الخبر تفاصيل قد تكون صادمة.\n\nتعرضت");
  });

  it("that was withdrawn says so and why, and shows no figure", () => {
    const note = { ar: "تبيّن أن الخبر غير صحيح.", en: "It turned out not to be true." };
    const withdrawn = aStory({ withdrawn: { at: "2018-02-09", note } });
    const [message, ...others] = renderStory(withdrawn, english, reference);
    expect(others).toEqual([]);
    expect(message?.made?.shows).toEqual({ ghta0207: [0] });
    expect(textOf(message === undefined ? [] : [message])).toBe(
      [
        "Eastern Ghouta",
        "",
        "Air strikes on Eastern Ghouta",
        "7 February 2018 · Eastern Ghouta",
        "",
        "This story was withdrawn on 9 February 2018: It turned out not to be true.",
      ].join("\n"),
    );
  });

  it("names the story whose figures a message shows", () => {
    expect(renderStory(ghouta, defaultPrinting, reference).map(({ made }) => made?.shows)).toEqual([
      { ghta0207: [0] },
    ]);
    expect(renderStory(aStory({ figures: [] }), english, reference)[0]?.made).toBeUndefined();
  });

  it("goes to a second message at the English where both do not fit in one", () => {
    const excerpt = { ar: "كلمة ".repeat(400), en: "word ".repeat(400) };
    const messages = renderStory(aStory({ excerpt }), defaultPrinting, reference);
    expect(messages).toHaveLength(2);
    expect(textOf(messages.slice(1))).toMatch(/^Eastern Ghouta\n/);
  });
});

describe("a briefing", () => {
  const older = Array.from({ length: 7 }, (_, index) =>
    aStory({
      id: `ghta010${String(index + 1)}`,
      date: { from: `2018-01-0${String(index + 1)}`, to: `2018-01-0${String(index + 1)}` },
    }),
  );
  const many = anEdition({ stories: [aStory(), ...older] });

  it("ends with the topic's other stories, each a link with its day, and how many there are", () => {
    const briefing = composeBriefing(many, "ghouta");
    const messages =
      briefing === undefined
        ? []
        : renderBriefing(briefing, arabic, { edition: many, botUsername: "mujaz_bot" });
    expect(messages).toHaveLength(1);
    expect(textOf(messages).split("\n\n").at(-1)).toBe(
      [
        "المزيد في هذا الموضوع:",
        "• غارات على الغوطة الشرقية (7 كانون الثاني/يناير 2018)",
        "• غارات على الغوطة الشرقية (6 كانون الثاني/يناير 2018)",
        "• غارات على الغوطة الشرقية (5 كانون الثاني/يناير 2018)",
        "• غارات على الغوطة الشرقية (4 كانون الثاني/يناير 2018)",
        "• غارات على الغوطة الشرقية (3 كانون الثاني/يناير 2018)",
        "في هذا الموضوع 8 أخبار.",
      ].join("\n"),
    );
    expect(messages.flatMap(({ html }) => parseHtml(html).links)).toEqual(
      [7, 6, 5, 4, 3].map((day) => `https://t.me/mujaz_bot?start=story_ghta010${String(day)}`),
    );
  });

  it("says so while its topic has no story", () => {
    const [topic] = many.topics.values();
    const none = { stories: [], story: undefined, index: 0, sources: many.sources };
    const messages =
      topic === undefined ? [] : renderBriefing({ ...none, topic }, english, reference);
    expect(textOf(messages)).toBe("Eastern Ghouta\n\nNo stories on this topic yet.");
  });
});

function heading(language: "ar" | "en") {
  return language === "ar" ? html`عنوان` : html`Heading`;
}

describe("lists", () => {
  const stories = storiesOf(edition, "ghouta");

  it("of the latest stories link to each, with its days and its id", () => {
    const messages = renderLatest(heading, [strikes, ghouta], english, reference);
    expect(textOf(messages)).toBe(
      [
        "Heading",
        "• Coalition strikes pro-government forces in eastern Syria",
        "7–8 February 2018 · strk0207",
        "",
        "• Air strikes on Eastern Ghouta kill civilians, children among them",
        "7 February 2018 · ghta0207",
      ].join("\n"),
    );
    expect(messages.flatMap(({ html }) => parseHtml(html).links)).toEqual([
      "https://t.me/mujaz_bot?start=story_strk0207",
      "https://t.me/mujaz_bot?start=story_ghta0207",
    ]);
  });

  it("of figures leave out stories without any, and name the stories that they show", () => {
    const bare = aStory({ id: "bare0207", figures: [] });
    const [message, ...others] = renderFigures(heading, [bare, ...stories], english, reference);
    expect(others).toEqual([]);
    expect(message?.made?.shows).toEqual({ ghta0207: [0] });
    expect(textOf(message === undefined ? [] : [message])).toBe(
      [
        "Heading",
        "Each figure is as its source gave it; figures are not added together.",
        "",
        "Air strikes on Eastern Ghouta kill civilians, children among them",
        "7 February 2018 · Eastern Ghouta",
        ...figureLines(ghouta, english),
      ].join("\n"),
    );
  });

  it("of sources say what each is, and how many figures are stated, likely or relayed", () => {
    const relayed = aFigure({ attribution: { type: "none", via: "centcom" } });
    const messages = renderSources(
      heading,
      [ghouta, aStory({ figures: [relayed] })],
      arabic,
      reference,
    );
    expect(textOf(messages)).toBe(
      [
        "عنوان",
        "• المرصد السوري لحقوق الإنسان (جهة رصد)",
        "رقم واحد · بالترجيح: 3 أرقام",
        "",
        "• القيادة المركزية الأميركية (طرف في النزاع)",
        "بالنقل: رقم واحد",
      ].join("\n"),
    );
    expect(textOf(renderSources(heading, [], english, reference))).toBe("Heading\nNo sources yet.");
  });

  it("name who is quoted in a text that has no figures", () => {
    const quoting = aStory({ figures: [], sources: ["sohr"] });
    expect(textOf(renderSources(heading, [quoting], english, reference))).toContain(
      "quoted in the text",
    );
    expect(
      textOf(renderSources(heading, [quoting], { ...english, language: "ar" }, reference)),
    ).toContain("منقول عنه في النص");
  });

  it("of topics give each its command and what it is about", () => {
    const topic = edition.topics.get("ghouta");
    expect(textOf(renderTopics(topic === undefined ? [] : [topic], arabic))).toBe(
      ["المواضيع:", "• الغوطة الشرقية: /ghouta", "القصف على الغوطة الشرقية"].join("\n"),
    );
  });
});
