import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { costOf } from "../../src/rendering/text/cost.ts";
import { html, isolate, link, visible } from "../../src/rendering/text/html.ts";
import type { Html } from "../../src/rendering/text/html.ts";
import { split } from "../../src/rendering/text/split.ts";
import { parseHtml } from "./telegram.ts";

function within(units: number) {
  return (part: Html) => costOf(part).units <= units;
}

function pieces(whole: Html, units: number): string[] {
  return split(whole, within(units)).map((piece) => piece.html);
}

function graphemes(text: string): string[] {
  const segments = new Intl.Segmenter("ar", { granularity: "grapheme" }).segment(text);
  return [...segments].map(({ segment }) => segment).filter((grapheme) => grapheme.trim() !== "");
}

describe("a text that is more than a message", () => {
  it("is broken between paragraphs where it can be", () => {
    expect(pieces(html`${"one two.\nthree four."}`, 12)).toEqual(["one two.", "three four."]);
  });

  it("is broken between sentences where a paragraph is too long", () => {
    expect(pieces(html`${"One two. Three. Four five six."}`, 16)).toEqual([
      "One two. Three.",
      "Four five six.",
    ]);
  });

  it("is broken between words where a sentence is too long", () => {
    expect(pieces(html`${"one two three four"}`, 9)).toEqual(["one two", "three", "four"]);
  });

  it("fault 33: is broken between characters where a word is too long, never inside one", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(pieces(html`${family.repeat(3)}`, family.length * 2)).toEqual([
      family.repeat(2),
      family,
    ]);
    expect(pieces(html`${"بَّبَّبَّ"}`, 4)).toEqual(["بَّ", "بَّ", "بَّ"]);
  });

  it("is broken inside a character only where that fills a message by itself", () => {
    const stacked = `e${"\u0301".repeat(20)}`;
    const parts = pieces(html`${stacked}`, 8);
    expect(parts.join("")).toBe(stacked.normalize("NFC"));
  });

  it("opens its tags and isolates again after the break", () => {
    const whole = html`<b>${isolate("one two")} ${"three"}</b> ${"four"}`;
    expect(pieces(whole, 7)).toEqual([
      "<b>\u2068one\u2069</b>",
      "<b>\u2068two\u2069</b>",
      "<b>three</b>",
      "four",
    ]);
  });

  it("keeps a tag that goes on after an isolate within it", () => {
    const whole = html`<b>${isolate("a")} ${"bcd efg"}</b>`;
    expect(pieces(whole, 8)).toEqual(["<b>\u2068a\u2069 bcd</b>", "<b>efg</b>"]);
  });

  it("fault 33: is not broken inside a link that fits", () => {
    const whole = html`${"go to "}${link("https://example.org/", "the long report")}${" now"}`;
    expect(pieces(whole, 16)).toEqual([
      "go to",
      '<a href="https://example.org/">the long report</a>',
      "now",
    ]);
  });

  it("is refused where a message cannot hold a character of it", () => {
    expect(() => pieces(html`${"abc"}`, 0)).toThrow(RangeError);
  });

  it("fault 33: loses no character, whatever is in it", () => {
    const word = fc.constantFrom(
      "سلام",
      "a<b",
      "👩🏽‍🚒",
      "بَّ",
      ".",
      "؟",
      "\n",
      "x".repeat(30),
      "e\u0301",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, text, text, fc.integer({ min: 20, max: 60 }), (one, two, three, units) => {
        const whole = html`${one} <b>${two}</b> ${link("https://example.org/", three)}`;
        const parts = split(whole, within(units));
        const told = parts.flatMap((part) => graphemes(parseHtml(part.html).text));
        expect(told).toEqual(graphemes(visible(whole)));
        expect(parts.every(within(units))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
