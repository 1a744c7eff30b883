import type { Html } from "./html.ts";
import { linksOf, markupOf, runsOf, slice } from "./runs.ts";
import type { Run } from "./runs.ts";

function segmentEnds(text: string, granularity: "sentence" | "grapheme"): readonly number[] {
  const segments = new Intl.Segmenter("ar", { granularity }).segment(text);
  return [...segments].map(({ index, segment }) => index + segment.length);
}

function matchEnds(text: string, pattern: RegExp): readonly number[] {
  return [...text.matchAll(pattern)].map((match) => match.index + match[0].length);
}

type Breaks = (text: string) => readonly number[];

/** Where a text may be broken, the best kind of place first. */
const outsideLinks: readonly Breaks[] = [
  (text) => matchEnds(text, /\n+/g),
  (text) => segmentEnds(text, "sentence"),
  (text) => matchEnds(text, /\s+/g),
  (text) => segmentEnds(text, "grapheme"),
];

// Only a link or a character that fills a message by itself is broken inside.
const anywhere: readonly Breaks[] = [
  (text) => segmentEnds(text, "grapheme"),
  (text) => matchEnds(text, /./gsu),
];

/** The last of the places whose piece fits: where one does not fit, none after it does. */
function lastThatFits(
  places: readonly number[],
  fits: (place: number) => boolean,
): number | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

function breakOf(runs: readonly Run[], fits: (part: Html) => boolean): number | undefined {
  const text = textOf(runs);
  const links = linksOf(runs);
  const inLink = (place: number) => links.some(({ from, to }) => from < place && place < to);
  const fitsUpTo = (place: number) => fits(markupOf(trimmed(slice(runs, 0, place))));
  for (const breaks of outsideLinks) {
    const places = breaks(text).filter((place) => !inLink(place));
    const found = lastThatFits(places, fitsUpTo);
    if (found !== undefined) return found;
  }
  for (const breaks of anywhere) {
    const found = lastThatFits(breaks(text), fitsUpTo);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Runs without white space at either end: where a message ends or begins, nobody sees it. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const text = textOf(runs);
  const from = text.length - text.trimStart().length;
  return slice(runs, from, Math.max(from, text.trimEnd().length));
}

/**
 * A markup in pieces that fit, broken between paragraphs, else sentences, else words, else
 * characters as a reader sees them; tags and isolates that are open at a break are closed and
 * opened again.
 * @throws RangeError where not even one character fits.
 */
export function split(whole: Html, fits: (part: Html) => boolean): readonly Html[] {
  if (fits(whole)) return [whole];
  const pieces: Html[] = [];
  let rest = trimmed(runsOf(whole));
  while (!fits(markupOf(rest))) {
    const place = breakOf(rest, fits);
    if (place === undefined) throw new RangeError("a message cannot hold a character of this text");
    pieces.push(markupOf(trimmed(slice(rest, 0, place))));
    rest = trimmed(slice(rest, place, textOf(rest).length));
  }
  return rest.length === 0 ? pieces : [...pieces, markupOf(rest)];
}
