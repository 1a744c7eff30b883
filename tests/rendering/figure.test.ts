import { describe, expect, it } from "vitest";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { figureBlocks } from "../../src/rendering/figures/figure.ts";
import { visible } from "../../src/rendering/text/html.ts";
import { aStory } from "../builders.ts";
import { date, place, sentences, sources } from "./sentences.ts";
import type { Sentence } from "./sentences.ts";

/** The lines of a story's figures as they are read, without isolates and without the first bullet. */
function linesOf({ figures }: Sentence, language: "ar" | "en"): string[] {
  const story = aStory({ date, place, figures });
  const telling = { story, sources, voice: { ...defaultPrinting, language } };
  return figureBlocks(story, telling)
    .flatMap((block) => visible(block).split("\n"))
    .map((line) => line.replace(/^• /, "").replace(/[\u2068\u2069]/g, ""));
}

describe("a figure's line", () => {
  it.each(sentences)("in Arabic: $says", (sentence) => {
    expect(linesOf(sentence, "ar")).toEqual(sentence.ar);
  });

  it.each(sentences)("in English: $says", (sentence) => {
    expect(linesOf(sentence, "en")).toEqual(sentence.en);
  });
});
