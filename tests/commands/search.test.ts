import { describe, expect, it } from "vitest";
import type { Request } from "../../src/commands/request.ts";
import { aStory, aTopic, anEdition } from "../builders.ts";
import { parseHtml } from "../rendering/telegram.ts";
import {
  aRequest,
  emma,
  inGroup,
  labelsOf,
  messagesOf,
  plainWordsOf,
  pressOn,
  type,
} from "./requests.ts";

const many = anEdition({
  topics: [aTopic({ aliases: ["الغوطة"] })],
  stories: Array.from({ length: 12 }, (_, index) =>
    aStory({
      id: `many00${String(index).padStart(2, "0")}`,
      date: { from: `2018-02-${10 + index}`, to: `2018-02-${10 + index}` },
      headline: {
        ar: `قصف دُومـا، اليوم ${index + 1}`,
        en: `Day ${index + 1} of the bombing of Douma`,
      },
    }),
  ),
});

const english = { language: "en", digits: "latin", months: "double" } as const;

async function reader(given: Partial<Request> = {}): Promise<Request> {
  return aRequest({ edition: many, person: emma, printing: english, ...given });
}

/** What stands in bold below the heading. */
function boldIn(html: string): readonly string[] {
  const { text, entities } = parseHtml(html);
  return entities
    .filter(({ type: entity }) => entity._ === "textEntityTypeBold")
    .map(({ offset, length }) => text.slice(offset, offset + length));
}

describe("a search", () => {
  it("shows the first five, and turns to the others", async () => {
    const request = await reader();
    const first = await type(request, "/search douma");
    expect(plainWordsOf(first)).toContain("12 stories");
    expect(plainWordsOf(first)).toContain("Day 12");
    expect(plainWordsOf(first)).not.toContain("Day 7 ");
    expect(labelsOf(first)).toEqual(["Next"]);
    const second = await pressOn(request, first, "Next");
    expect(second[0]?.type).toBe("edit");
    expect(plainWordsOf(second)).toContain("Day 7 ");
    expect(labelsOf(second)).toEqual(["Back", "Next"]);
    expect(labelsOf(await pressOn(request, second, "Next"))).toEqual(["Back"]);
  });

  it("turns pages of a search that no button can hold", async () => {
    const request = await reader();
    const words = 'douma bombing day since:2018-02-01 topic:"Eastern Ghouta" air strikes on ghouta';
    const first = await type(request, `/search ${words}`);
    expect(plainWordsOf(await pressOn(request, first, "Next"))).toContain("Day 7 ");
  });

  it("has buttons that still work when the stories are others", async () => {
    const request = await reader();
    const first = await type(request, "/search douma");
    const less = anEdition({ stories: [...many.stories.values()].slice(0, 7) });
    const later = await reader({ edition: less, db: request.db });
    expect(plainWordsOf(await pressOn(later, first, "Next"))).toContain("7 stories");
  });

  it("shows what was found in bold, as it is written", async () => {
    const request = await reader({ printing: { ...english, language: "ar" } });
    const [message] = messagesOf(await type(request, "/search دوما"));
    expect(boldIn(message?.html ?? "")).toContain("دُومـا");
  });

  it("answers in both languages in one message, and finds by either", async () => {
    const request = await reader({ printing: { ...english, language: "both" } });
    const replies = await type(request, "/search الغوطه");
    expect(messagesOf(replies)).toHaveLength(1);
    expect(plainWordsOf(replies)).toMatch(/قصف[\s\S]*bombing of Douma/);
  });

  it("without words says how to search", async () => {
    expect(plainWordsOf(await type(await reader(), "/search"))).toContain("topic:ghouta");
    expect(plainWordsOf(await type(await reader(), "/search ؟"))).toContain("topic:ghouta");
  });

  it.each([
    ["topic:nowhere douma", "There is no topic “nowhere”"],
    ["douma source:nobody", "There is no source “nobody”"],
    ["douma since:soon", "“soon” is not a date"],
  ])("with a bad filter says what was expected: %s", async (words, expected) => {
    expect(plainWordsOf(await type(await reader(), `/search ${words}`))).toContain(expected);
  });

  it("that finds nothing offers topics", async () => {
    const replies = await type(await reader(), "/search xyzzy");
    expect(plainWordsOf(replies)).toContain("Nothing was found for “xyzzy”");
    expect(labelsOf(replies)).toContain("Eastern Ghouta");
  });

  it("works in groups", async () => {
    const request = await reader({ ...inGroup(false) });
    expect(plainWordsOf(await type(request, "/search douma"))).toContain("12 stories");
  });

  it.each(["<b>&amp;", "a".repeat(4096), "ا ".repeat(2000), "\u202e\u2067x", "👨‍👩‍👧‍👦".repeat(300)])(
    "survives «%.12s»",
    async (hostile) => {
      const replies = await type(await reader(), `/search ${hostile}`);
      for (const { html } of messagesOf(replies)) {
        expect(parseHtml(html).text.length).toBeLessThan(4096);
      }
    },
  );
});

describe("plain words in a private chat", () => {
  it("that no topic has find stories that have them all", async () => {
    expect(plainWordsOf(await type(await reader(), "bombing of douma"))).toContain("12 stories");
  });

  it("that resemble a topic still lead to it", async () => {
    expect(labelsOf(await type(await reader(), "goutha"))).toContain("Eastern Ghouta");
  });
});
