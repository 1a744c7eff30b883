import type { Span } from "../../extraction/figure.ts";

interface Surroundings {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** UTF-16 units on each side of a quote: about the sentence that it stands in. */
const width = 220;

/** A quote with the words around it, cut between words and inside its paragraph. */
export function surroundings(text: string, { start, length }: Span): Surroundings {
  const end = start + length;
  const above = text.slice(Math.max(0, start - width), start);
  const below = text.slice(end, end + width);
  const before = lastLine(above, start > width);
  const after = firstLine(below, end + width < text.length);
  return { before, quote: oneLine(text.slice(start, end)), after };
}

function lastLine(text: string, isCut: boolean): string {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const whole = isCut && line.length === text.length;
  return whole ? `…${line.replace(/^\S*\s/, " ")}` : line;
}

function firstLine(text: string, isCut: boolean): string {
  const [line = ""] = text.split("\n");
  const whole = isCut && line.length === text.length;
  return whole ? `${line.replace(/\s\S*$/, " ")}…` : line;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
