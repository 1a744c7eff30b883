import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstSentences } from "../../src/rendering/figures/excerpt.ts";

const filler = "The rest of the report is long and says nothing that a digest needs to carry. ";

function first(text: string, language: "ar" | "en" = "en"): string {
  return firstSentences({ ar: text, en: text }, language);
}

describe("a short excerpt", () => {
  it("is the whole of a short text", () => {
    expect(first("One sentence. And another one.")).toBe("One sentence. And another one.");
    expect(first("No full stop at all")).toBe("No full stop at all");
    expect(first("")).toBe("");
  });

  it("is as many whole sentences as there is room for", () => {
    const text = `${"A".repeat(90)}. ${"B".repeat(90)}. ${"C".repeat(90)}.`;
    expect(first(text)).toBe(`${"A".repeat(90)}. ${"B".repeat(90)}.`);
  });

  it("keeps a first sentence whole however long it is", () => {
    const long = `${"word ".repeat(100)}end.`;
    expect(first(`${long} Next one. And so on.`)).toBe(long);
  });

  it.each([
    ["a rank", "The strike was ordered by Gen. Smith of the coalition."],
    ["initials", "An official of the U.S. Central Command spoke of it."],
    ["a decimal number", "It took 3.5 hours to reach the wounded there."],
    ["a quotation", "He said “it is over. We leave tomorrow” to the reporters."],
    ["a bracket", "The towns (Douma. Harasta. Arbin) were hit by shells."],
  ])("does not end after %s", (_, sentence) => {
    expect(first(`${sentence} ${filler.repeat(3)}`).startsWith(sentence)).toBe(true);
    const onlyFirst = first(`${"x".repeat(170)} ${sentence} ${filler.repeat(3)}`);
    expect(onlyFirst).toBe(`${"x".repeat(170)} ${sentence}`);
  });

  it("ends an Arabic sentence where it ends, and not after a title", () => {
    const sentence = `قال د. أحمد ${"خبر ".repeat(40)}«انتهى الأمر. عدنا» في بيان.`;
    expect(first(`${sentence} ${"وأضاف البيان تفاصيل أخرى كثيرة. ".repeat(8)}`, "ar")).toBe(
      sentence,
    );
    expect(first(`${"هل ".repeat(70)}وصلوا؟ ${"نعم وصلوا كلهم. ".repeat(20)}`, "ar")).toBe(
      `${"هل ".repeat(70)}وصلوا؟`,
    );
  });

  it("is always a beginning of the text, and of a text with words never nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ mode: "sentences" }), { maxLength: 5 }), (sentences) => {
        const text = sentences.join(" ");
        const short = first(text);
        expect(text.startsWith(short)).toBe(true);
        expect(short === "").toBe(text.trim() === "");
      }),
    );
  });
});
