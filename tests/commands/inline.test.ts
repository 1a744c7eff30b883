import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerInline, type InlineRequest } from "../../src/commands/finding/inline.ts";
import { defaultPrinting, type Printing } from "../../src/domain/printing.ts";
import { createStorySearch } from "../../src/search/stories.ts";
import { aFigure, aSource, aStory, aTopic, anEdition } from "../builders.ts";
import { printing, story } from "../rendering/arbitrary.ts";
import { assertSound } from "../rendering/sound.ts";
import { isKept, parseHtml } from "../rendering/telegram.ts";
import { emma, layla } from "./requests.ts";

const sources = ["sohr", "snhr", "centcom"].map((id) => aSource({ id }));

const edition = anEdition({
  topics: [
    aTopic({ aliases: ["الغوطة", "eastern_ghouta"] }),
    aTopic({ id: "strikes", title: { ar: "ضربات التحالف", en: "Coalition strikes" }, aliases: [] }),
    aTopic({ id: "empty", title: { ar: "بلا أخبار", en: "A quiet topic" }, aliases: [] }),
  ],
  stories: [
    aStory(),
    aStory({
      id: "ghta0206",
      date: { from: "2018-02-06", to: "2018-02-06" },
      place: { ar: "دوما", en: "Douma" },
      headline: { ar: "قصف سابق", en: "Earlier shelling" },
    }),
    aStory({
      id: "strk0205",
      topic: "strikes",
      date: { from: "2018-02-05", to: "2018-02-05" },
      place: { ar: "دير الزور", en: "Deir al-Zor" },
      headline: { ar: "ضربات في شرق سورية", en: "Strikes in eastern Syria" },
      figures: [],
    }),
  ],
});

const search = createStorySearch();
void search.follow(edition);

function asked(given: Partial<InlineRequest> = {}): InlineRequest {
  const asker = { person: emma, chosen: undefined, botUsername: "mujaz_bot" };
  const setting = { edition, search, now: new Date("2018-02-10"), defaultZone: "Asia/Damascus" };
  return { ...asker, ...setting, ...given };
}

async function about(query: string): Promise<readonly string[]> {
  const { results } = await answerInline(asked(), query, "");
  return results.map((result) => result.about);
}

async function first(given: Partial<InlineRequest>) {
  const { results } = await answerInline(asked(given), "", "");
  return results[0];
}

const plain = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");

describe("an inline query", () => {
  it("without words is answered with the latest stories", async () => {
    expect(await about("")).toEqual(["story ghta0207", "story ghta0206", "story strk0205"]);
    expect(await about("  ")).toEqual(await about(""));
  });

  it("that names a topic is answered with its briefing, its stories, and what else names it", async () => {
    const found = ["topic ghouta", "story ghta0207", "story ghta0206", "story strk0205"];
    expect(await about("ghouta")).toEqual(found);
    expect(await about("الغوطه")).toEqual(found);
  });

  it("of half a name or of other words finds topics and stories, each once", async () => {
    expect(await about("ghou")).toContain("topic ghouta");
    expect(await about("douma")).toEqual(["story ghta0206"]);
    expect(await about("earlier shelling")).toEqual(["story ghta0206"]);
    const all = await about("strikes");
    expect(new Set(all).size).toBe(all.length);
  });

  it("that nothing answers leads to the private chat", async () => {
    const { results, button, next } = await answerInline(asked(), "xyzzy", "");
    expect({ results, button, next }).toEqual({
      results: [],
      next: "",
      button: "No results · Open the private chat",
    });
    expect(await about("empty")).toEqual([]);
  });

  it("is paged, and an offset that is not ours begins at the beginning", async () => {
    const stories = Array.from({ length: 25 }, (_, index) =>
      aStory({ id: `story${String(index).padStart(2, "0")}` }),
    );
    const request = asked({ edition: anEdition({ stories }) });
    const seen: string[] = [];
    let offset = "";
    do {
      const page = await answerInline(request, "", offset);
      expect(page.results.length).toBeLessThanOrEqual(10);
      seen.push(...page.results.map((result) => result.about));
      offset = page.next;
    } while (offset !== "");
    expect(seen).toEqual(stories.map(({ id }) => `story ${id}`));
    expect((await answerInline(request, "", "-1")).results[0]?.about).toBe("story story00");
    expect((await answerInline(request, "", "999")).results).toEqual([]);
  });

  it("is answered in the language of the private chat, else of the person's Telegram", async () => {
    const english = await first({});
    expect(english?.title).toBe("Air strikes on Eastern Ghouta");
    expect(plain(english?.description ?? "")).toBe(
      "7 February 2018 · Eastern Ghouta · 38 civilians killed, according to the Syrian Observatory for Human Rights",
    );
    expect(english?.message.html).not.toContain("غارات");
    const arabic = await first({ person: layla });
    expect(arabic?.title).toBe("غارات على الغوطة الشرقية");
    expect(arabic?.message.html).not.toContain("killed");
    const both = await first({ chosen: defaultPrinting });
    expect(both?.message.html).toContain("38 civilians killed");
    expect(both?.message.html).toContain("مقتل 38 مدنياً");
  });
});

async function isSound(all: readonly ReturnType<typeof aStory>[], chosen: Printing): Promise<void> {
  const stories = all.map((one, index) => ({ ...one, id: `story${index}` }));
  const request = asked({ edition: anEdition({ stories, sources }), chosen, person: layla });
  const { results } = await answerInline(request, "ghouta", "");
  expect(results.length).toBe(stories.length + 1);
  for (const { about: subject, title, description, message } of results) {
    assertSound([message]);
    const [, id = ""] = subject.split(" ");
    const link = `https://t.me/mujaz_bot?start=${subject.startsWith("topic") ? "topic" : "story"}_${id}`;
    const buttons = (message.keyboard ?? []).flat();
    expect(buttons.every(({ type }) => type === "link")).toBe(true);
    expect(buttons).toContainEqual(expect.objectContaining({ url: link }));
    expect(title.trim()).not.toBe("");
    expect(title.length).toBeLessThanOrEqual(256);
    expect(description.length).toBeLessThanOrEqual(512);
    expect(isKept(title) && isKept(description)).toBe(true);
  }
}

describe("every inline result, of any story and in every setting", () => {
  it("is one message that Telegram reads as it is meant, inside every limit", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 3 }), printing, isSound),
      {
        numRuns: 100,
      },
    );
  });

  it("that is too long for one message is cut between blocks and leads to the rest", async () => {
    const links = Array.from({ length: 60 }, (_, index) => ({
      url: `https://example.org/${index}`,
      title: { ar: "عنوان طويل ".repeat(9).trim(), en: "A long title ".repeat(9).trim() },
    }));
    const stories = [aStory({ links })];
    const request = asked({ edition: anEdition({ stories }), chosen: defaultPrinting });
    const { results } = await answerInline(request, "", "");
    const { text, links: addresses } = parseHtml(results[0]?.message.html ?? "");
    expect(text).toContain("38 civilians killed");
    expect(text).not.toContain("مقتل");
    expect(text.endsWith("The rest is in the private chat")).toBe(true);
    expect(addresses.at(-1)).toBe("https://t.me/mujaz_bot?start=story_ghta0207");
    expect(text.length).toBeLessThanOrEqual(3600);
    expect(results[0]?.message.made?.shows).toEqual({ ghta0207: [0] });
  });

  it("describes a story on which sources differ by what one of them says, and that they do", async () => {
    const other = aFigure({ id: "b", attribution: { type: "stated", source: "snhr" } });
    const figures = [aFigure(), { ...other, amount: { type: "count", count: 41 } as const }];
    const differing = anEdition({ sources, stories: [aStory({ figures })] });
    const { results } = await answerInline(asked({ edition: differing }), "", "");
    expect(results[0]?.description).toMatch(
      / · Sources differ: 38 civilians killed, according to .+/,
    );
  });
});
