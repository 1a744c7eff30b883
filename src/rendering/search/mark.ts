import { wordsOf } from "../../domain/words.ts";
import type { Html } from "../text/html.ts";
import { markupOf, runsOf, slice } from "../text/runs.ts";

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of one text that are made bold: each costs a message one of its hundred entities. */
const mostMarked = 3;

/** Where words stand that were found; words side by side are one stretch. */
function stretchesOf(text: string, terms: ReadonlySet<string>): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const { from, to, forms } of wordsOf(text)) {
    if (!forms.some((form) => terms.has(form))) continue;
    const last = stretches.at(-1);
    if (last !== undefined && /^\s*$/.test(text.slice(last.to, from))) {
      stretches[stretches.length - 1] = { from: last.from, to };
    } else {
      stretches.push({ from, to });
    }
  }
  return stretches.slice(0, mostMarked);
}

function textOf(html: Html): string {
  return runsOf(html)
    .map(({ text }) => text)
    .join("");
}

/** A text with the words in bold that were found, as they are written in it. */
export function markFound(html: Html, terms: ReadonlySet<string>): Html {
  const runs = runsOf(html);
  let at = 0;
  const marked = stretchesOf(textOf(html), terms).flatMap(({ from, to }) => {
    const bold = { markup: "<b>", closing: "</b>" };
    const before = slice(runs, at, from);
    at = to;
    const found = slice(runs, from, to).map((run) => ({ ...run, around: [bold, ...run.around] }));
    return [...before, ...found];
  });
  return markupOf([...marked, ...slice(runs, at, Number.POSITIVE_INFINITY)]);
}

/** UTF-16 units of a text that are shown before the first word that was found, and in all. */
const before = 40;
const longest = 130;
const ellipsis = "…";

/** The part of a text around the first word that was found, or its beginning; with these in bold. */
export function snippetOf(html: Html, terms: ReadonlySet<string>): Html {
  const text = textOf(html);
  const first = stretchesOf(text, terms)[0]?.from ?? 0;
  const from = first <= before ? 0 : spaceBetween(text, first - before, first);
  const to = endOf(text, from);
  const runs = slice(runsOf(html), from, to);
  const start = from > 0 ? [{ text: ellipsis, around: [] }] : [];
  const end = to < text.length ? [{ text: ellipsis, around: [] }] : [];
  return markFound(markupOf([...start, ...runs, ...end]), terms);
}

/** The place after the first space between two places, or the second place. */
function spaceBetween(text: string, from: number, to: number): number {
  const space = /\s/.exec(text.slice(from, to));
  return space === null ? to : from + space.index + 1;
}

/** Where a snippet ends: at a space, or between two characters where there is none. */
function endOf(text: string, from: number): number {
  if (text.length - from <= longest) return text.length;
  const shown = text.slice(from, from + longest);
  const space = shown.search(/\s\S*$/);
  if (space > longest / 2) return from + space;
  const characters = [...new Intl.Segmenter("ar", { granularity: "grapheme" }).segment(shown)];
  return from + Math.max(1, characters.at(-1)?.index ?? 0);
}
