import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valueOfDigits } from "../../src/extraction/numerals/digits.ts";
import { fold, foldWord } from "../../src/extraction/text/fold.ts";
import { sentencesOf } from "../../src/extraction/text/sentences.ts";
import { tokensOf } from "../../src/extraction/text/tokens.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { articleText } from "./article-text.ts";

function wordsOf(text: string): readonly string[] {
  return tokensOf(text).map((token) => token.text);
}

function cutIn(text: string): readonly string[] {
  return sentencesOf(text).map(({ tokens }) => text.slice(tokens[0]?.start, tokens.at(-1)?.end));
}

describe("the form in which a text is read", () => {
  it.each([
    ["مُتفجراً", "متفجرا"],
    ["أُصيبَ", "اصيب"],
    ["مئة", "ميه"],
    ["شهـ..يد", "شه..يد"],
    ["قـــتل", "قتل"],
    ["Diyarbakır’s", "diyarbakır's"],
    ["٢٣٬٤٠٣", "23٬403"],
    ["۱۲", "12"],
    ["𝟙𝟚", "12"],
    ["“more”", '"more"'],
    ["a\u00A0b", "a b"],
    ["a\u0000b", "a b"],
    ["**12**", "  12  "],
    ["\u2067text\u2069", "text"],
  ])("makes %s %s", (text, folded) => {
    expect(foldWord(text)).toBe(folded);
  });

  it("knows where each of its units came from", () => {
    const text = "قُتِلَ ٥";
    const { text: folded, starts, ends } = fold(text);
    expect(folded).toBe("قتل 5");
    expect([...starts]).toEqual([0, 2, 4, 6, 7]);
    expect([...ends]).toEqual([2, 4, 6, 7, 8]);
  });

  it("has no sentence where nothing but signs stands", () => {
    expect(sentencesOf("((( ))) … !!!\n«»\n12.")).toHaveLength(1);
  });

  it("leaves the end of a line out of its last word", () => {
    expect(tokensOf("قتل 5\r\n").map(({ end }) => end)).toEqual([3, 5, 7]);
    expect(tokensOf("died.\r\n").map(({ end }) => end)).toEqual([4, 5, 7]);
  });

  it("has tokens in order that cover words of the text, whatever the text", () => {
    fc.assert(
      fc.property(articleText, (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(foldWord(text.slice(token.start, token.end))).toContain(token.text);
          ({ end } = token);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: fuzzRuns(1000) },
    );
  });
});

describe("tokens", () => {
  it.each([
    ["نحو364", ["نحو", "364"]],
    ["ب32 مركزا", ["ب", "32", "مركزا"]],
    ["23،403", ["23،403"]],
    ["5، 6", ["5", "،", "6"]],
    ["70 000 people", ["70 000", "people"]],
    ["in 2015 300 people", ["in", "2015 300", "people"]],
    ["10:30", ["10:30"]],
    ["Fifty-one", ["fifty", "-", "one"]],
    ["don’t", ["don't"]],
  ])("of %s", (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

describe("a number in digits", () => {
  it.each([
    ["23403", 23_403],
    ["23,403", 23_403],
    ["23،403", 23_403],
    ["٢٣٬٤٠٣", 23_403],
    ["23.403", 23_403],
    ["1.234.567", 1_234_567],
    ["70 000", 70_000],
    ["2.5", 2.5],
    ["10:30", undefined],
    ["30/9/2015", undefined],
    ["1,2,3", undefined],
    ["12,34", 12.34],
    ["999999999999999", undefined],
  ])("%s is %s", (text, value) => {
    const [token, ...more] = tokensOf(text);
    expect(more).toEqual([]);
    expect(token && valueOfDigits(token)?.value).toBe(value);
  });

  it("may be a decimal where one dot parts it", () => {
    const [token] = tokensOf("2.908");
    expect(token && valueOfDigits(token)).toEqual({ value: 2908, decimal: 2.908 });
  });
});

describe("sentences", () => {
  it.each([
    ["One fell. Two rose.", ["One fell.", "Two rose."]],
    ["Gen. Smith left. He fell.", ["Gen. Smith left.", "He fell."]],
    ["U.S. forces left.", ["U.S. forces left."]],
    ["About 2.5 million left.", ["About 2.5 million left."]],
    ["البرد القارس.وتخشى المنظمة", ["البرد القارس.", "وتخشى المنظمة"]],
    ["هل قتل أحد؟ نعم", ["هل قتل أحد؟", "نعم"]],
    ["Headline\nThe text.", ["Headline", "The text."]],
    ["A line that was broken\nin the middle.", ["A line that was broken\nin the middle."]],
    ["عنوان\nوالنص", ["عنوان", "والنص"]],
    ["", []],
  ])("of %s", (text, expected) => {
    expect(cutIn(text)).toEqual(expected);
  });

  it("are told apart by language", () => {
    const text = "قتل خمسة في حمص. Five were killed in Homs. قال ناشط من SNHR.";
    expect(sentencesOf(text).map(({ language }) => language)).toEqual(["ar", "en", "ar"]);
  });

  it("are cut where they do not end", () => {
    const longest = Math.max(...sentencesOf("a ".repeat(5000)).map(({ tokens }) => tokens.length));
    expect(longest).toBeLessThanOrEqual(400);
  });
});
