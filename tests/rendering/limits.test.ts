import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { pack } from "../../src/rendering/message/pack.ts";
import { costOf, messageLimits } from "../../src/rendering/text/cost.ts";
import { html, join, link, visible, type Html } from "../../src/rendering/text/html.ts";
import { split } from "../../src/rendering/text/split.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { assertSound, essence, textOf } from "./sound.ts";
import { parseHtml } from "./telegram.ts";

const { units } = messageLimits;
const fits = (part: Html): boolean => costOf(part).units <= units;

/** As messages, which are checked against every limit by Telegram's own parser. */
function packed(...blocks: readonly Html[]) {
  const group = blocks.map((html) => ({ html, language: "en", gap: "\n" }) as const);
  const messages = pack([group], defaultPrinting);
  assertSound(messages);
  return messages;
}

function linksOf(messages: readonly { readonly html: string }[]): readonly string[] {
  return messages.flatMap(({ html }) => parseHtml(html).links);
}

/** Characters as a reader sees them, of one code unit to eleven. */
const characters = fc.constantFrom("ا", "بَّ", "مُ", "a", "e\u0301", "😀", "👩🏽‍🚒", "👩‍👩‍👧‍👦", "🇸🇾");

/** A word without a place to break it, of exactly so many units. */
function wordOf(length: number): fc.Arbitrary<string> {
  return fc.array(characters, { minLength: length, maxLength: length }).map((all) => {
    let word = "";
    for (const one of all) if (word.length + one.length <= length - 1) word += one;
    return word + "x".repeat(length - word.length);
  });
}

function graphemes(text: string): readonly string[] {
  const segmenter = new Intl.Segmenter("ar", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

describe("a text as long as a message", () => {
  it("fault 33: of 4096 units is one, of 4097 is two, and no character of it is cut", () => {
    fc.assert(
      fc.property(wordOf(units), (word) => {
        const whole = html`<b>${word}</b>`;
        // Composing may make it shorter, and Telegram's limit is on what is sent.
        const left = units - visible(whole).length;
        const exact = html`<b>${word}${"x".repeat(left)}</b>`;
        const more = html`<b>${word}${"x".repeat(left + 1)}</b>`;
        expect(split(exact, fits)).toHaveLength(1);
        const parts = split(more, fits);
        expect(parts).toHaveLength(2);
        const texts = parts.map((part) => parseHtml(part.html).text);
        expect(texts.every((text) => text.length <= units)).toBe(true);
        expect(texts.flatMap(graphemes)).toEqual(graphemes(visible(more)));
      }),
      { numRuns: fuzzRuns(20) },
    );
  });

  it("fault 33: is packed so too, whatever its paragraphs and tags", () => {
    const texts = fc.array(wordOf(300), { minLength: 13, maxLength: 30 });
    fc.assert(
      fc.property(texts, (words) => {
        const blocks = words.map((word) => html`<i>${word}</i> ${word}`);
        const messages = packed(...blocks);
        expect(textOf(messages)).toBe(essence(visible(join(blocks, ""))));
      }),
      { numRuns: fuzzRuns(20) },
    );
  });
});

const address = (number: number) => `https://example.org/${"x".repeat(1400)}/${number}`;

describe("a text with much behind it", () => {
  it("fault 34: of 33,000 bytes that show little is split before 32,768, with every link", () => {
    const links = Array.from({ length: 24 }, (_, number) => link(address(number), `${number}`));
    const whole = join(links, " ");
    expect(costOf(whole)).toMatchObject({ units: 61 });
    expect(costOf(whole).bytes).toBeGreaterThan(33_000);
    for (const messages of [packed(whole), packed(...links)]) {
      expect(messages.length).toBeGreaterThan(1);
      expect(linksOf(messages)).toEqual(links.map((_, number) => address(number)));
    }
  });

  it("fault 35: of 250 entities has 100 at most in a message, and loses none", () => {
    const bold = Array.from({ length: 250 }, (_, number) => html`<b>${`n${number}`}</b>`);
    for (const messages of [packed(join(bold, " ")), packed(...bold)]) {
      expect(messages.length).toBeGreaterThan(2);
      const entities = messages.flatMap(({ html }) => parseHtml(html).entities);
      expect(entities).toHaveLength(250);
    }
  });
});
