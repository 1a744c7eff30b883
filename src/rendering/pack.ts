import type { Language } from "../domain/language.ts";
import { lineMark } from "./bidi.ts";
import { add, costOf, figureLimits, isWithin, messageLimits, nothing } from "./cost.ts";
import type { Cost } from "./cost.ts";
import { html, visible } from "./html.ts";
import type { Html } from "./html.ts";
import type { Message } from "./message.ts";
import { split } from "./split.ts";

/** What is never torn apart unless it alone is more than a message: a paragraph, a figure, a link. */
export interface Block {
  readonly html: Html;
  readonly language: Language;
  /** White space or a rule between it and the block before; left out at the top of a message. */
  readonly gap: string;
  /** The story whose figures it shows. */
  readonly shows?: string;
}

/** Blocks that should stand in one message where they fit in one. */
export type Group = readonly Block[];

interface Piece extends Block {
  readonly cost: Cost;
}

interface Page {
  readonly pieces: readonly Piece[];
  readonly cost: Cost;
}

const blank: Page = { pieces: [], cost: nothing };

/** Every line marked to run in its language's direction, where its first letter would not do it. */
function directed(markup: Html, language: Language): Html {
  const lines = markup.html
    .split("\n")
    .map((line) => lineMark(visible({ html: line }), language) + line);
  return { html: lines.join("\n") };
}

function piecesOf(block: Block, limits: Cost): readonly Piece[] {
  const { language } = block;
  const fits = (part: Html) => isWithin(costOf(directed(part, language)), limits);
  return split(block.html, fits).map((part) => {
    const html = directed(part, language);
    return { ...block, html, cost: costOf(html) };
  });
}

function isBlank(page: Page): boolean {
  return page.pieces.length === 0;
}

function withPiece(page: Page, piece: Piece): Page {
  const gap = isBlank(page) ? nothing : costOf(html`${piece.gap}`);
  return { pieces: [...page.pieces, piece], cost: add(add(page.cost, gap), piece.cost) };
}

function withPieces(page: Page, pieces: readonly Piece[]): Page {
  return pieces.reduce(withPiece, page);
}

function messageOf({ pieces }: Page): Message {
  const markup = pieces.map((piece, index) =>
    index === 0 ? piece.html : html`${piece.gap}${piece.html}`,
  );
  const shows = [...new Set(pieces.flatMap(({ shows }) => shows ?? []))];
  const text = markup.map((part) => part.html).join("");
  return shows.length === 0 ? { html: text } : { html: text, shows };
}

/**
 * Groups of blocks as messages inside every limit, in order and with nothing left out. A group goes
 * to the next message rather than being parted; where any block shows figures, every message leaves
 * room for a line that corrects them.
 */
export function pack(groups: readonly Group[]): readonly Message[] {
  const showsFigures = groups.flat().some(({ shows }) => shows !== undefined);
  const limits = showsFigures ? figureLimits : messageLimits;
  const pages: Page[] = [];
  let page = blank;
  const fill = (pieces: readonly Piece[]) => {
    const filled = withPieces(page, pieces);
    if (isBlank(page) || isWithin(filled.cost, limits)) {
      page = filled;
      return;
    }
    pages.push(page);
    page = withPieces(blank, pieces);
  };
  for (const group of groups) {
    const pieces = group.flatMap((block) => piecesOf(block, limits));
    const whole = withPieces(blank, pieces);
    if (isWithin(whole.cost, limits)) fill(pieces);
    else for (const piece of pieces) fill([piece]);
  }
  return isBlank(page) ? pages.map(messageOf) : [...pages, page].map(messageOf);
}
