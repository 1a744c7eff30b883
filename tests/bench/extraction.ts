import { extractFigures } from "../../src/extraction/extract.ts";
import { readPassages } from "../extraction/labels.ts";
import { hostileTexts } from "../extraction/hostile.ts";

export interface Reading {
  readonly articles: number;
  /** UTF-16 units of one, on average. */
  readonly length: number;
  readonly perSecond: number;
}

/** Articles of three passages each, for at least `seconds`. */
export function readArticles(lang: "ar" | "en", seconds: number): Reading {
  const texts = readPassages(
    new URL(`../extraction/passages/fresh.${lang}.jsonl`, import.meta.url),
  );
  const articles = texts.map((_, index) =>
    [0, 1, 2].map((next) => texts[(index + next) % texts.length]?.text ?? "").join("\n\n"),
  );
  for (const article of articles) extractFigures(article);
  const started = performance.now();
  let read = 0;
  while (performance.now() - started < seconds * 1000) {
    for (const article of articles) extractFigures(article);
    read += articles.length;
  }
  const length = articles.reduce((sum, article) => sum + article.length, 0) / articles.length;
  return { articles: read, length, perSecond: (read * 1000) / (performance.now() - started) };
}

/** What takes longest of a megabyte of nonsense, in seconds. */
export function readHostile(): { readonly name: string; readonly seconds: number } {
  const taken = Object.entries(hostileTexts(1_000_000)).map(([name, text]) => {
    const started = performance.now();
    extractFigures(text);
    return { name, seconds: (performance.now() - started) / 1000 };
  });
  return taken.reduce((a, b) => (b.seconds > a.seconds ? b : a));
}
