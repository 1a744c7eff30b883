import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeDigest } from "../../src/domain/digest.ts";
import type { Digest } from "../../src/domain/digest.ts";
import { figuresOf } from "../../src/domain/edition.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import type { Printing } from "../../src/domain/printing.ts";
import type { Story } from "../../src/domain/story.ts";
import { renderAlert } from "../../src/rendering/stories/alert.ts";
import { clean } from "../../src/rendering/text/bidi.ts";
import { add, costOf, figureLimits, isWithin, nothing } from "../../src/rendering/text/cost.ts";
import { renderDigest, renderEmptyDigest } from "../../src/rendering/stories/digest.ts";
import type { Issue } from "../../src/rendering/stories/digest.ts";
import { firstSentences } from "../../src/rendering/figures/excerpt.ts";
import { visible } from "../../src/rendering/text/html.ts";
import type { Message } from "../../src/rendering/message/message.ts";
import { encodePress } from "../../src/rendering/message/press-data.ts";
import { storyLink } from "../../src/rendering/message/reference.ts";
import { sectionBlocks, sectionOf } from "../../src/rendering/stories/section.ts";
import { storyFigures } from "../../src/rendering/stories/telling.ts";
import { voicesOf } from "../../src/rendering/text/voice.ts";
import type { Voice } from "../../src/rendering/text/voice.ts";
import { aFigure, aSource, aStory, anEdition } from "../builders.ts";
import { printing, story } from "./arbitrary.ts";
import { assertSound, direction, essence, lines, textOf } from "./sound.ts";
import { parseHtml } from "./telegram.ts";

const arabic: Printing = { ...defaultPrinting, language: "ar" };
const english: Printing = { ...defaultPrinting, language: "en" };
const botUsername = "mujaz_bot";
const sources = ["sohr", "snhr", "centcom"].map((id) => aSource({ id }));

const issue: Issue = {
  date: { year: 2026, month: 11, day: 22 },
  window: {
    from: new Date("2026-11-21T05:30:00.400Z"),
    until: new Date("2026-11-22T05:30:00.400Z"),
  },
  to: "chat",
};

/** All stories of an edition as news; `updated` names those that were told before. */
function digestOf(edition: Edition, updated: readonly string[] = [], most?: number): Digest {
  const news = [...edition.stories.keys()].map((story) => ({
    story,
    revision: updated.includes(story) ? 2 : 1,
    told: updated.includes(story) ? ("updated" as const) : ("new" as const),
  }));
  return composeDigest(edition, { news, topics: [], ...(most !== undefined && { most }) });
}

function rendered(edition: Edition, given: Partial<Issue> = {}, printing = defaultPrinting) {
  return renderDigest(digestOf(edition), { ...issue, ...given }, printing, {
    edition,
    botUsername,
  });
}

/** What a reader sees, marks aside. */
function seen(messages: readonly Message[]): string {
  return messages
    .map(({ html }) => parseHtml(html).text.replace(/[\u2066-\u2069\u200e\u200f]/g, ""))
    .join("\n=====\n");
}

/** As many plain stories as asked for, newest first, on two topics. */
function manyStories(count: number): readonly Story[] {
  return Array.from({ length: count }, (_, index) =>
    aStory({ id: `story${String(index)}`, topic: index % 2 === 0 ? "ghouta" : "strikes" }),
  );
}

const graphic = aStory({
  id: "ghta0207",
  graphic: true,
  excerpt: {
    ar: `تعرضت بلدات لضربات جوية. ${"وقال شهود إن القصف استمر ساعات طويلة. ".repeat(8)}`,
    en: `Towns came under air strikes. ${"Witnesses said that the shelling went on for hours. ".repeat(8)}`,
  },
});
const plain = aStory({
  id: "strk0206",
  topic: "strikes",
  date: { from: "2018-02-06", to: "2018-02-06" },
  figures: [],
});

describe("a digest", () => {
  const edition = anEdition({ stories: [graphic, plain] });
  const reference = { edition, botUsername };

  it("has a dated heading, and its stories in short below their topics", () => {
    const digest = digestOf(edition, ["strk0206"]);
    expect(seen(renderDigest(digest, issue, english, reference))).toBe(
      [
        "Digest for Sunday 22 November 2026",
        "",
        "■ Eastern Ghouta",
        "",
        "Air strikes on Eastern Ghouta",
        "7 February 2018 · Eastern Ghouta",
        "Warning: this story has details that may be distressing.",
        `Towns came under air strikes. ${"Witnesses said that the shelling went on for hours. ".repeat(3)}Full story`,
        "• 38 civilians killed, according to the Syrian Observatory for Human Rights",
        "",
        "■ Eastern Ghouta",
        "",
        "Air strikes on Eastern Ghouta",
        "6 February 2018 · Eastern Ghouta · figures updated",
        "Towns in Eastern Ghouta came under air strikes on Wednesday. Full story",
      ].join("\n"),
    );
    expect(seen(renderDigest(digest, issue, { ...arabic, digits: "arabic" }, reference))).toBe(
      [
        "موجز الأحد ٢٢ تشرين الثاني/نوفمبر ٢٠٢٦",
        "",
        "■ الغوطة الشرقية",
        "",
        "غارات على الغوطة الشرقية",
        "٧ شباط/فبراير ٢٠١٨ · الغوطة الشرقية",
        "تنبيه: في هذا الخبر تفاصيل قد تكون صادمة.",
        `تعرضت بلدات لضربات جوية. ${"وقال شهود إن القصف استمر ساعات طويلة. ".repeat(5)}الخبر كاملاً`,
        "• مقتل ٣٨ مدنياً، بحسب المرصد السوري لحقوق الإنسان",
        "",
        "■ الغوطة الشرقية",
        "",
        "غارات على الغوطة الشرقية",
        "٦ شباط/فبراير ٢٠١٨ · الغوطة الشرقية · أرقام محدَّثة",
        "تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء. الخبر كاملاً",
      ].join("\n"),
    );
  });

  it("says since when its news are, where that is longer than usual", () => {
    const since = { year: 2026, month: 11, day: 19 };
    const text = seen(rendered(edition, { since }));
    expect(text).toContain(
      "موجز الأحد 22 تشرين الثاني/نوفمبر 2026\nوفيه كل جديد منذ الخميس 19 تشرين الثاني/نوفمبر 2026.",
    );
    expect(text).toContain("\nWith all that is new since Thursday 19 November 2026.\n");
  });

  it("is one message where it fits, which can be corrected", () => {
    const messages = rendered(edition);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.made?.shows).toEqual({ ghta0207: [0], strk0206: [0] });
    expect(messages[0]?.keyboard).toBeUndefined();
    const links = parseHtml(messages[0]?.html ?? "").links;
    expect(links.filter((link) => link === "https://t.me/mujaz_bot?start=story_strk0206")).toEqual(
      Array.from({ length: 4 }, () => "https://t.me/mujaz_bot?start=story_strk0206"),
    );
  });

  it("keeps each language whole where both fit in a message, though not in one together", () => {
    const wordy = manyStories(8).map((story) => ({
      ...story,
      figures: Array.from({ length: 3 }, (_, at) => aFigure({ id: `f${String(at)}` })),
    }));
    const [first, second, ...others] = rendered(anEdition({ stories: wordy }));
    expect(others).toEqual([]);
    expect(seen(first ? [first] : [])).not.toMatch(/[a-z]/);
    expect(seen(second ? [second] : [])).toMatch(/^Digest for/);
  });

  it("says once that figures are not added up, below all that could be", () => {
    const notice = "Each figure is as its source gave it; figures are not added together.";
    const two = anEdition({ stories: manyStories(2) });
    expect(seen(rendered(two, {}, english)).split(notice)).toEqual([expect.any(String), ""]);
    expect(seen(rendered(edition, {}, english))).not.toContain(notice);
  });

  it("is nothing where nothing is new, or one quiet line for those who want one", () => {
    expect(rendered(anEdition({ stories: [] }))).toEqual([]);
    expect(seen(renderEmptyDigest(issue.date, defaultPrinting))).toBe(
      "الأحد 22 تشرين الثاني/نوفمبر 2026: لا جديد منذ الموجز السابق.\n\n──────────\n\n" +
        "Sunday 22 November 2026: nothing new since the last digest.",
    );
    assertSound(renderEmptyDigest(issue.date, defaultPrinting));
  });
});

describe("stories beyond those that a digest tells", () => {
  const many = anEdition({ stories: manyStories(9) });

  it("are counted in it, with a button to all of them under its last message", () => {
    const messages = rendered(many);
    const keyboards = messages.map(({ keyboard }) => keyboard);
    expect(seen(messages)).toContain("وهناك 3 أخبار أخرى.");
    expect(seen(messages)).toContain("There are 3 more stories.");
    expect(keyboards.slice(0, -1).every((keyboard) => keyboard === undefined)).toBe(true);
    expect(keyboards.at(-1)).toEqual([
      [
        {
          type: "press",
          label: "3 أخبار أخرى · \u20683 more stories\u2069",
          data: encodePress({ type: "news", from: 1_795_239_000, until: 1_795_325_401 }),
        },
      ],
    ]);
  });

  it("are reached from a channel in the private chat, where a press speaks to nobody else", () => {
    const [button] = rendered(many, { to: "channel" }, english).at(-1)?.keyboard?.[0] ?? [];
    expect(button).toEqual({
      type: "link",
      label: "3 more stories",
      url: "https://t.me/mujaz_bot?start=news_1795239000_1795325401",
    });
  });

  it.each([
    [1, "خبر آخر", "One more story"],
    [2, "خبران آخران", "2 more stories"],
    [10, "10 أخبار أخرى", "10 more stories"],
    [11, "11 خبراً آخر", "11 more stories"],
    [100, "100 خبر آخر", "100 more stories"],
    [1003, "1,003 أخبار أخرى", "1,003 more stories"],
  ])("are %i in the right form of both languages", (more, ar, en) => {
    const digest = { ...digestOf(many), more };
    const reference = { edition: many, botUsername };
    const label = (printing: Printing) =>
      renderDigest(digest, issue, printing, reference).at(-1)?.keyboard?.[0]?.[0]?.label;
    expect([label(arabic), label(english)]).toEqual([ar, en]);
  });
});

describe("an alert", () => {
  const reference = { edition: anEdition({ stories: [graphic] }), botUsername };

  it("is marked as urgent, and tells the story in short", () => {
    const messages = renderAlert(graphic, defaultPrinting, reference);
    const text = seen(messages);
    expect(text.startsWith("عاجل: غارات على الغوطة الشرقية\n7 شباط/فبراير 2018 · الغوطة")).toBe(
      true,
    );
    expect(text).toContain("\nBreaking: Air strikes on Eastern Ghouta\n7 February 2018");
    expect(text).toContain("\n• مقتل 38 مدنياً، بحسب المرصد السوري لحقوق الإنسان\n");
    expect(messages.map(({ made }) => made?.shows)).toEqual([{ ghta0207: [0] }]);
  });

  it("is nothing for a story that is withdrawn", () => {
    const withdrawn = { at: "2018-02-08", note: { ar: "خطأ", en: "An error" } };
    expect(renderAlert({ ...graphic, withdrawn }, defaultPrinting, reference)).toEqual([]);
  });
});

const editions = fc
  .array(fc.tuple(story, fc.constantFrom("ghouta", "strikes", "summit")), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) =>
    anEdition({
      stories: all.map(([story, topic], index) => ({
        ...story,
        topic,
        id: `ghta${String(index)}`,
      })),
      sources,
    }),
  );

/** Room for a heading, a title and what stands below the last story. */
const ends = { units: 400, entities: 6, bytes: 4000 };

function isShort(story: Story, edition: Edition, voice: Voice): boolean {
  const reference = { edition, botUsername };
  const section = sectionOf(story, { type: "alert" }, reference);
  const blocks = sectionBlocks(section, [], reference, voice);
  const cost = blocks.map(({ html, gap }) =>
    add(costOf(html), { ...nothing, units: gap.length + 2 }),
  );
  return isWithin([ends, ...cost].reduce(add), figureLimits);
}

function linksTo(story: Story, message: Message): number {
  const address = storyLink(story.id, { botUsername });
  return parseHtml(message.html).links.filter((link) => link === address).length;
}

function assertTold(story: Story, messages: readonly Message[], told: Telling): void {
  const voices = voicesOf(told.printing);
  const text = textOf(messages);
  for (const voice of voices) {
    const { language } = voice;
    const excerpt = firstSentences(story.excerpt, language);
    expect(text).toContain(essence(clean(story.headline[language])));
    expect(text).toContain(essence(clean(excerpt)));
    for (const figure of storyFigures(story, { edition: told.edition, botUsername }, voice)) {
      expect(text).toContain(essence(visible(figure)));
    }
  }
  if (!voices.every((voice) => isShort(story, told.edition, voice))) return;
  const holders = messages.filter((message) => linksTo(story, message) > 0);
  const links = holders.map((message) => linksTo(story, message));
  expect(links.reduce((sum, links) => sum + links, 0)).toBe(2 * voices.length);
  expect(links.every((links) => links % 2 === 0)).toBe(true);
  if (figuresOf(story).length === 0) return;
  expect(messages.filter(({ made }) => made?.shows[story.id] !== undefined)).toEqual(holders);
}

interface Telling {
  readonly edition: Edition;
  readonly printing: Printing;
}

describe("digests and alerts of any stories, in every setting", () => {
  it("are read by Telegram as they are meant, each story once a language and whole", () => {
    fc.assert(
      fc.property(editions, printing, fc.nat(9), (edition, printing, updated) => {
        const digest = digestOf(edition, [`ghta${String(updated)}`]);
        const messages = renderDigest(digest, issue, printing, { edition, botUsername });
        assertSound(messages);
        const told = digest.groups.flatMap(({ stories }) => stories);
        for (const { story } of told) assertTold(story, messages, { edition, printing });
        expect(messages.at(-1)?.keyboard === undefined).toBe(digest.more === 0);
      }),
      { numRuns: 100 },
    );
  });

  it("run in the direction of their language, line by line", () => {
    fc.assert(
      fc.property(editions, (edition) => {
        const reference = { edition, botUsername };
        const [first] = edition.stories.values();
        for (const language of ["ar", "en"] as const) {
          const printing = { ...defaultPrinting, language };
          const messages = [
            ...renderDigest(digestOf(edition), issue, printing, reference),
            ...(first ? renderAlert(first, printing, reference) : []),
          ];
          const wrong = language === "ar" ? "left" : "right";
          expect(lines(messages).filter((line) => direction(line) === wrong)).toEqual([]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("hold in alerts too, with every figure", () => {
    fc.assert(
      fc.property(story, printing, (story, printing) => {
        const edition = anEdition({ stories: [story], sources });
        const messages = renderAlert(story, printing, { edition, botUsername });
        assertSound(messages);
        assertTold(story, messages, { edition, printing });
        expect(messages.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
