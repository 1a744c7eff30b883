import type { Day } from "../../domain/time/dates.ts";
import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import { add, costOf, figureLimits, isWithin, less, messageLimits, nothing } from "../text/cost.ts";
import type { Cost } from "../text/cost.ts";
import { directed } from "../text/directed.ts";
import { html } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { messagesOf, showsFigures } from "./made.ts";
import type { Chart } from "./chart.ts";
import type { Message } from "./message.ts";
import type { Theme } from "./picture.ts";
import { split } from "../text/split.ts";

/** What is never torn apart unless it alone is more than a message: a paragraph, a figure, a link. */
export interface Block {
  readonly html: Html;
  readonly language: Language;
  /** White space or a rule between it and the block before; left out at the top of a message. */
  readonly gap: string;
  /** The story that it tells a part of, so that it can be told anew in place. */
  readonly of?: StoryPart;
  /** A title of what stands below it, and nothing without it. */
  readonly title?: true;
  /** What the picture shows that this is the caption of. */
  readonly chart?: Chart;
}

/** In which way a story is told in a message. */
export type Form =
  | { readonly type: "story" }
  | { readonly type: "figures" }
  /** Those of its figures on which sources differ. */
  | { readonly type: "compared" }
  /** A figure in a line of its own, among those of other stories. */
  | { readonly type: "timeline" }
  /** A story of a list, by its headline; of what was found with a part of its excerpt. */
  | { readonly type: "listed"; readonly of: "latest" | "search" }
  | { readonly type: "alert" }
  | { readonly type: "digest"; readonly told: "new" | "updated" | "corrected" }
  | { readonly type: "card"; readonly theme: Theme }
  | { readonly type: "notice" };

/** A part of a story that is told in a message. */
export interface StoryPart {
  readonly story: string;
  /** Of the story, in an edition that is recorded; else 0. */
  readonly revision: number;
  readonly form: Form;
  /** `figure`: also what stands in the place of the figures of a story that is withdrawn. */
  readonly role: "top" | "changes" | "excerpt" | "figure" | "rest";
  /** Of a figure: its id; figures that hang on it go with it. */
  readonly figure?: string;
  /** The day of a correction that its dateline names. */
  readonly marked?: Day;
  /** Where other parts of the story in this language stand in another message. */
  readonly parted?: Share;
}

/** What a message has of a story that is parted over several; while it is withdrawn, what it had. */
export interface Share {
  readonly hasTop: boolean;
  /** The ids of its figures. */
  readonly own: readonly string[];
  /** Those in all the messages, in their order. */
  readonly all: readonly string[];
}

/** Blocks that should stand in one message where they fit in one. */
export type Group = readonly Block[];

interface Piece {
  readonly block: Block;
  readonly cost: Cost;
}

interface Page {
  readonly pieces: readonly Piece[];
  readonly cost: Cost;
}

const blank: Page = { pieces: [], cost: nothing };

function piecesOf(block: Block, limits: Cost): readonly Piece[] {
  const { language } = block;
  const fits = (part: Html) => isWithin(costOf(directed(part, language)), limits);
  return split(block.html, fits).map((part) => {
    const html = directed(part, language);
    return { block: { ...block, html }, cost: costOf(html) };
  });
}

function isBlank(page: Page): boolean {
  return page.pieces.length === 0;
}

function withPiece(page: Page, piece: Piece): Page {
  const gap = isBlank(page) ? nothing : costOf(html`${piece.block.gap}`);
  return { pieces: [...page.pieces, piece], cost: add(add(page.cost, gap), piece.cost) };
}

function withPieces(page: Page, pieces: readonly Piece[]): Page {
  return pieces.reduce(withPiece, page);
}

function isHead({ block }: Piece): boolean {
  return block.title === true || block.of?.role === "top";
}

/** Pieces in runs: a title or a headline goes with what stands below it. */
function runsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const above = run?.at(-1);
    if (run !== undefined && above !== undefined && isHead(above)) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function pagesOf(groups: readonly Group[], limits: Cost): readonly Page[] {
  const pages: Page[] = [];
  let page = blank;
  const fits = (pieces: readonly Piece[]) => isWithin(withPieces(blank, pieces).cost, limits);
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
    const runs = fits(pieces) ? [pieces] : runsOf(pieces);
    const whole = runs.flatMap((run) => (fits(run) ? [run] : run.map((piece) => [piece])));
    for (const run of whole) fill(run);
  }
  return isBlank(page) ? pages : [...pages, page];
}

/**
 * Groups of blocks as messages inside every limit, in order and with nothing left out. A group goes
 * to the next message rather than being parted; where any block shows figures, every message leaves
 * room for a line that corrects them.
 */
export function pack(groups: readonly Group[], printing: Printing): readonly Message[] {
  return messagesOf(blocksOf(pagesOf(groups, limitsOf(groups))), printing);
}

/**
 * The first message of groups. Where they do not fit in one, the last block of it is `rest`, which
 * says where the others are.
 */
export function packFirst(
  groups: readonly Group[],
  rest: Block,
  printing: Printing,
): Message | undefined {
  const limits = limitsOf(groups);
  const whole = pagesOf(groups, limits);
  if (whole.length <= 1) return messagesOf(blocksOf(whole), printing)[0];
  const end = piecesOf(rest, limits);
  const room = less(limits, add(costOf(html`${rest.gap}`), withPieces(blank, end).cost));
  const [first = [], ...others] = blocksOf(pagesOf(groups, room));
  const cut = [...first, ...end.map(({ block }) => block)];
  return messagesOf([cut, ...others], printing)[0];
}

function limitsOf(groups: readonly Group[]): Cost {
  const shown = groups.flat().some(({ of }) => of !== undefined && showsFigures(of));
  return shown ? figureLimits : messageLimits;
}

function blocksOf(pages: readonly Page[]): readonly (readonly Block[])[] {
  return pages.map(({ pieces }) => pieces.map(({ block }) => block));
}
