import { isDeepStrictEqual } from "node:util";
import { numbersOf, standsIn } from "../../content/gate/numbers.ts";
import { extractFigures } from "../../extraction/extract.ts";
import type { ReadFigure, Span } from "../../extraction/figure.ts";
import { oneLine } from "./one-line.ts";

/** In characters, as long as the file takes it. */
const longest = 500;

/** Where a clause and a sentence end, but for the point in a number. */
const ends = [/[،,؛;:\n]|[.!?؟](?=\s|$)/g, /[؛;\n]|[.!?؟](?=\s|$)/g];

/**
 * The words of a text that prove a figure by themselves: its own, or, where they hold no number and
 * cannot be read as it alone («مقاتل»), those of its clause or sentence («أصيب مقاتل»). Undefined
 * where they are too long or damaged.
 */
export function quoteOf(text: string, read: ReadFigure): string | undefined {
  const own = wordsAt(text, read.span);
  const wider = ends.map((end) => wordsAt(text, around(text, read.span, end)));
  const telling = [own, ...wider].find((words) => isFit(words) && proves(words, read));
  return telling ?? (isFit(own) ? own : undefined);
}

function isFit(words: string): boolean {
  return words !== "" && Array.from(words).length <= longest && !words.includes("\ufffd");
}

function proves(words: string, { kind, who, amount, qualifier }: ReadFigure): boolean {
  if (numbersOf(amount).length > 0 && standsIn(amount, words)) return true;
  return extractFigures(words).some(
    (one) =>
      one.kind === kind &&
      one.who === who &&
      one.qualifier === qualifier &&
      isDeepStrictEqual(one.amount, amount),
  );
}

function around(text: string, { start, length }: Span, end: RegExp): Span {
  const above = text.slice(Math.max(0, start - longest), start);
  const below = text.slice(start + length, start + length + longest);
  const [last] = [...above.matchAll(end)].slice(-1);
  const before = above.length - (last === undefined ? 0 : last.index + 1);
  const [first] = below.matchAll(end);
  const after = first?.index ?? below.length;
  return { start: start - before, length: before + length + after };
}

function wordsAt(text: string, { start, length }: Span): string {
  return oneLine(text.slice(start, start + length));
}
