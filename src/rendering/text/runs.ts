import { isolateEnd, isolateStart } from "./bidi.ts";
import { markup, visible } from "./html.ts";
import type { Html } from "./html.ts";

interface Opening {
  readonly markup: string;
  readonly closing: string;
}

/** A stretch of text with the tags and isolates that are open around it, outermost first. */
export interface Run {
  readonly text: string;
  readonly around: readonly Opening[];
}

const pieces = /<[^>]*>|\u2068|\u2069|[^<\u2068\u2069]+/g;

function openingOf(piece: string): Opening {
  if (piece === isolateStart) return { markup: piece, closing: isolateEnd };
  const name = /^<([a-z-]+)/.exec(piece)?.[1] ?? "";
  return { markup: piece, closing: `</${name}>` };
}

/** The runs of a markup; text is escaped in it, so that every "<" begins a tag. */
export function runsOf({ html }: Html): readonly Run[] {
  const runs: Run[] = [];
  let around: readonly Opening[] = [];
  for (const piece of html.match(pieces) ?? []) {
    if (piece === isolateEnd || piece.startsWith("</")) around = around.slice(0, -1);
    else if (piece === isolateStart || piece.startsWith("<"))
      around = [...around, openingOf(piece)];
    else runs.push({ text: visible({ html: piece }), around });
  }
  return runs;
}

function shared(one: readonly Opening[], other: readonly Opening[]): number {
  const differs = one.findIndex((opening, index) => opening !== other[index]);
  return differs === -1 ? one.length : differs;
}

function closing(around: readonly Opening[]): string {
  return around
    .toReversed()
    .map((opening) => opening.closing)
    .join("");
}

/** Runs as markup again: what two neighbours have in common around them stays open between them. */
export function markupOf(runs: readonly Run[]): Html {
  let html = "";
  let open: readonly Opening[] = [];
  for (const { text, around } of runs) {
    const kept = shared(open, around);
    const opened = around.slice(kept).map((opening) => opening.markup);
    html += closing(open.slice(kept)) + opened.join("") + markup(text);
    open = around;
  }
  return { html: html + closing(open) };
}

/** The runs between two places of their text. */
export function slice(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    return text === "" ? [] : [{ ...run, text }];
  });
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Where in the text the links are. */
export function linksOf(runs: readonly Run[]): readonly Stretch[] {
  let at = 0;
  const links = new Map<Opening, Stretch>();
  for (const { text, around } of runs) {
    const link = around.find((opening) => opening.markup.startsWith("<a "));
    const from = at;
    at += text.length;
    if (link !== undefined) links.set(link, { from: links.get(link)?.from ?? from, to: at });
  }
  return [...links.values()];
}
