import { assert, property } from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { layOutCard } from "../../src/drawing/card.ts";
import { openKit, type Kit } from "../../src/drawing/kit.ts";
import { colours } from "../../src/drawing/themes.ts";
import { drawable, seriesTones, type Box, type Layout } from "../../src/drawing/words.ts";
import { cards, ghouta } from "./cards.ts";
import { decodePng, type Pixels } from "./png.ts";

let kit: Kit;
beforeAll(async () => {
  kit = await openKit();
}, 30_000);

const margin = 40;

function overlaps(a: Box, b: Box): boolean {
  return a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside({ x, y, width, height }: Box, page: Layout): boolean {
  const isAcross = x >= margin && x + width <= page.width - margin;
  return isAcross && y >= margin && y + height <= page.height;
}

/** Rows of pixels, from inclusive, until exclusive, in which anything but the page is seen. */
function inkRows({ width, height, data }: Pixels, from: number, until: number): readonly number[] {
  const at = (x: number, y: number): string =>
    data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3).toString("hex");
  const page = at(0, height - 1);
  const rows: number[] = [];
  for (let y = 20; y < height; y += 1) {
    for (let x = from; x < until; x += 1) {
      if (at(x, y) === page) continue;
      rows.push(y);
      break;
    }
  }
  return rows;
}

describe("a card", () => {
  it("has no words on other words or off the page, whatever the words", () => {
    assert(
      property(cards, (picture) => {
        const layout = layOutCard(picture, kit.measure);
        const { boxes } = layout;
        const crossed = boxes.filter((box, index) => {
          const next = boxes[index + 1];
          return next !== undefined && overlaps(box, next);
        });
        expect(crossed).toEqual([]);
        expect(boxes.filter((box) => !isInside(box, layout))).toEqual([]);
        expect(layout.width + layout.height).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 150 },
    );
  });

  it("keeps its ink inside the boxes, whatever the words", () => {
    assert(
      property(cards, (picture) => {
        const layout = layOutCard(picture, kit.measure);
        const pixels = decodePng(kit.paint(layout, colours[picture.theme]));
        const rows = inkRows(pixels, 0, pixels.width);
        const covered = [...layout.boxes, ...layout.bars];
        const loose = rows.filter(
          (row) => !covered.some(({ y, height }) => row >= y - 1 && row <= y + height),
        );
        expect(loose).toEqual([]);
        expect(inkRows(pixels, 0, margin)).toEqual([]);
        expect(inkRows(pixels, pixels.width - margin, pixels.width)).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 120_000);

  it("tells every word of the picture", () => {
    const { sections } = ghouta;
    const drawn = layOutCard(ghouta, kit.measure).boxes.map(({ words }) =>
      words.runs.map(({ text }) => text).join(""),
    );
    const [section] = sections;
    expect(drawn).toEqual([
      section?.topic,
      section?.headline,
      "\u20687 February 2018\u2069 · \u2068Eastern Ghouta\u2069",
      ...(section?.figures ?? []).flatMap(({ phrase, source }) => [phrase, source]),
      section?.asOf,
      "\u2068@mujaz_bot\u2069",
    ]);
  });

  it("fits a phone's screen as long as it can be read, and is never less than a square", () => {
    const { height, width } = layOutCard({ ...ghouta, sections: [] }, kit.measure);
    expect([width, height]).toEqual([1080, 1080]);
    const long = ghouta.sections.map((section) => ({
      ...section,
      figures: Array.from({ length: 4 }, () => section.figures).flat(),
    }));
    expect(layOutCard({ ...ghouta, sections: long }, kit.measure).height).toBeLessThanOrEqual(1920);
  });

  it("that is longer than a screen grows before its type becomes small", () => {
    const sections = ghouta.sections.map((section) => ({
      ...section,
      figures: Array.from({ length: 20 }, () => section.figures).flat(),
    }));
    const { height, boxes } = layOutCard({ ...ghouta, sections }, kit.measure);
    expect(height).toBeGreaterThan(4000);
    expect(Math.min(...boxes.flatMap(({ words }) => words.runs.map(({ size }) => size)))).toBe(21);
    const [section] = sections;
    const endless = { ...ghouta, sections: Array.from({ length: 9 }, () => section ?? never()) };
    expect(() => layOutCard(endless, kit.measure)).toThrow("too long");
  });

  it("is the same for the same words, and Skia's memory does not grow", () => {
    const paint = (): Buffer =>
      Buffer.from(kit.paint(layOutCard(ghouta, kit.measure), colours[ghouta.theme]));
    const first = paint();
    for (let round = 0; round < 10; round += 1) paint();
    const before = kit.memory();
    for (let round = 0; round < 60; round += 1) paint();
    expect(kit.memory()).toBe(before);
    expect(paint().equals(first)).toBe(true);
  }, 60_000);
});

function never(): never {
  throw new Error("there is a section");
}

describe("what is drawn of a text", () => {
  it.each([
    ["no override turns a number around", "\u202e38\u202c dead", "38 dead"],
    ["no tower of marks", `a${"\u0301\u0302".repeat(50)}b`, "a\u0301\u0302\u0301b"],
    ["writing keeps its marks", "مُدُنٌّ رَبِّ ệ", "مُدُنٌّ رَبِّ ệ"],
    ["no half of a sign", "a\ud800b", "a\ufffdb"],
    ["one line", " a\t\n\u0000b ", "a b"],
    ["an isolate ends with its text", "\u2069a \u2067b", "\u2069a \u2067b\u2069"],
    ["isolates stay", "\u2068SOHR\u2069", "\u2068SOHR\u2069"],
  ])("%s", (_, given, drawn) => {
    expect(drawable(given)).toBe(drawn);
  });
});

describe("a theme", () => {
  const toned = ["ink", "muted", "accent", "alert"] as const;

  it.each(["light", "dark"] as const)(
    "%s has lines that are seen (WCAG 2.2, 3 or more)",
    (theme) => {
      const { page } = colours[theme];
      const faint = seriesTones.filter((tone) => contrast(colours[theme][tone], page) < 3);
      expect(faint).toEqual([]);
    },
  );

  it.each(["light", "dark"] as const)("%s can be read (WCAG 2.2, 4.5 or more)", (theme) => {
    const { page } = colours[theme];
    for (const tone of toned) {
      expect({ tone, isSeen: contrast(colours[theme][tone], page) >= 4.5 }).toEqual({
        tone,
        isSeen: true,
      });
    }
  });
});

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
