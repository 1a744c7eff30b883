import type { Source } from "../../domain/source.ts";
import type { ReadFigure, Span } from "../../extraction/figure.ts";
import type { Article } from "../article/article.ts";
import { inlineText } from "../story-file/scalar.ts";
import { figureLines, schemaLine } from "../story-file/story-file.ts";
import { daysIn } from "./dates.ts";
import { noteLine } from "./note.ts";
import { oneLine, shortened } from "./one-line.ts";
import { proposedFigures, type ProposedFigure } from "./proposed-figure.ts";

/** What a draft is made with besides its article. */
export interface DraftContext {
  /** Whose folder the file is meant for. */
  readonly topic: string;
  /** The permanent id of the story; see `freshId`. */
  readonly id: string;
  /** Those that the content knows. */
  readonly sources: readonly Source[];
  /** Where the article was found. */
  readonly url?: string;
}

/**
 * A story file to be finished by an editor: the figures that were read, each with its quote and with
 * comments on what to judge, and blanks for what only the editor can write. It holds nothing that the
 * article does not say, and is no valid story before it is filled in; `content:check` names each
 * blank. A figure that the text does not assert is a comment.
 */
export function draftOf(
  article: Article,
  figures: readonly ReadFigure[],
  context: DraftContext,
): string {
  const proposed = proposedFigures(article.text, figures, context.sources);
  const lines = [
    schemaLine,
    ...introduction(article, context),
    `id: ${inlineText(context.id)}`,
    ...dateLines(article.text),
    ...blank("place", "where it happened, up to 120 characters"),
    ...blank("headline", "up to 200 characters; each number in it must be one of the figures"),
    ...blank("excerpt", "40 to 700 characters in your own words; the figures are printed below it"),
    ...figuresLines(article.text, proposed),
    ...linkLines(article, context),
  ];
  return `${lines.join("\n")}\n`;
}

const longestComment = 200;

/** Whatever an article says, it stays on its line and in its comment. */
function comment(text: string, indent = ""): string {
  return `${indent}# ${shortened(oneLine(text), longestComment)}`;
}

function introduction({ title }: Article, { topic, url }: DraftContext): readonly string[] {
  return [
    "# A draft: compare each figure with its words, fill in what is blank, and delete these comments.",
    `# Then save it in the topic's folder, as ${topic}/DATE-WORDS.yaml, and run npm run content:check.`,
    ...(title === undefined ? [] : [comment(`Title of the article: ${title}`)]),
    ...(url === undefined ? [] : [comment(`Address of the article: ${url}`)]),
  ];
}

function dateLines(text: string): readonly string[] {
  const days = daysIn(text);
  const [only, ...others] = days;
  if (only !== undefined && others.length === 0) {
    return [`date: ${only} # the only date in the text: is it the day of the event?`];
  }
  const found = days.length === 0 ? "" : `; in the text: ${days.slice(0, 8).join(", ")}`;
  return [`date: # the day of the event, or { from: …, to: … }${found}`];
}

function blank(field: string, what: string): readonly string[] {
  return [`${field}: # ${what}`, "  ar:", "  en:"];
}

function figuresLines(text: string, proposed: readonly ProposedFigure[]): readonly string[] {
  if (proposed.length === 0) return ["# No figure was found: are there any?", "figures: []"];
  const hasAny = proposed.some(({ isAsserted }) => isAsserted);
  const items = proposed.map((figure) => itemOf(text, figure).join("\n"));
  return [hasAny ? "figures:" : "figures: []", items.join("\n\n")];
}

function itemOf(text: string, figure: ProposedFigure): readonly string[] {
  const { fields, notes, isAsserted, read } = figure;
  const lines = figureLines(fields);
  return [
    comment(surroundings(text, read.span), "  "),
    ...notes.map((note) => comment(noteLine(note), "  ")),
    ...(isAsserted ? lines : lines.map((line) => `  # ${line.slice(2)}`)),
  ];
}

/** In UTF-16 units, on each side. */
const nearby = 60;

/** The words that a figure was read from, in brackets, among those around them. */
function surroundings(text: string, { start, length }: Span): string {
  const end = start + length;
  const before = text.slice(Math.max(0, start - nearby), start);
  const after = text.slice(end, end + nearby);
  const from = start > nearby ? before.replace(/^\S*\s/, "… ") : before;
  const to = text.length > end + nearby ? after.replace(/\s\S*$/, " …") : after;
  return `${from}[${text.slice(start, end)}]${to}`;
}

function linkLines({ title }: Article, { url }: DraftContext): readonly string[] {
  if (url === undefined) return [];
  return [
    "# For readers to read more:",
    "# links:",
    comment(`  - url: ${url}`),
    comment(`    title: { ar: …, en: … } ${title === undefined ? "" : `(${title})`}`),
  ];
}
