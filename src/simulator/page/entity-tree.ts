import type { Entity } from "../control.ts";

/** A piece of formatted text: plain letters, or an entity around further pieces. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "entity"; readonly entity: Entity; readonly children: readonly Inline[] };

/** A block of a message; each paragraph takes its own direction. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string; readonly children: readonly Inline[] }
  | { readonly type: "pre"; readonly text: string; readonly language?: string }
  | { readonly type: "quote"; readonly expandable: boolean; readonly children: readonly Block[] };

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Span extends Range {
  readonly entity: Entity;
}

const blockTypes = new Set(["blockquote", "expandable_blockquote", "pre"]);

/** The spans that touch the range, cut to it, outermost first. */
function within(spans: readonly Span[], range: Range): Span[] {
  return spans
    .map(({ entity, start, end }) => ({
      entity,
      start: Math.max(start, range.start),
      end: Math.min(end, range.end),
    }))
    .filter(({ start, end }) => end > start)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Entities that cross each other are cut in two, so that the result is a tree. */
function inlineOf(text: string, range: Range, spans: readonly Span[]): Inline[] {
  const pieces: Inline[] = [];
  let at = range.start;
  let rest = within(spans, range);
  const plainUntil = (end: number) => {
    if (end > at) pieces.push({ type: "text", text: text.slice(at, end) });
    at = Math.max(at, end);
  };
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) {
    const { entity, start, end } = first;
    plainUntil(start);
    pieces.push({ type: "entity", entity, children: inlineOf(text, first, rest) });
    at = end;
    rest = within(rest, { start: end, end: range.end });
  }
  plainUntil(range.end);
  return pieces;
}

interface Gap extends Range {
  /** Whether a block stands before and after; the line break beside a block is the block's own. */
  readonly follows: boolean;
  readonly precedes: boolean;
}

function paragraphsOf(text: string, gap: Gap, spans: readonly Span[]): Block[] {
  const lines = text.slice(gap.start, gap.end).split("\n");
  let start = gap.start;
  if (gap.follows && lines[0] === "") start += lines.splice(0, 1).length;
  if (gap.precedes && lines.at(-1) === "") lines.pop();
  return lines.map((line) => {
    const range = { start, end: start + line.length };
    start = range.end + 1;
    return { type: "paragraph", text: line, children: inlineOf(text, range, spans) };
  });
}

function blockOf(text: string, span: Span, spans: readonly Span[]): Block {
  const { entity, start, end } = span;
  if (entity.type === "pre") {
    const language = entity.language === undefined ? {} : { language: entity.language };
    return { type: "pre", text: text.slice(start, end).replace(/\n$/, ""), ...language };
  }
  return {
    type: "quote",
    expandable: entity.type === "expandable_blockquote",
    children: blocksOf(text, span, spans),
  };
}

function blocksOf(text: string, range: Range, spans: readonly Span[]): Block[] {
  const blocks: Block[] = [];
  let at = range.start;
  const textUntil = (end: number, precedes: boolean) => {
    const gap = { start: at, end, follows: blocks.length > 0, precedes };
    blocks.push(...paragraphsOf(text, gap, spans));
  };
  let rest = within(spans, range).filter(({ entity }) => blockTypes.has(entity.type));
  for (let first = rest.shift(); first !== undefined; first = rest.shift()) {
    const { entity, end } = first;
    textUntil(first.start, true);
    const inside = spans.filter((span) => span.entity !== entity);
    blocks.push(blockOf(text, first, inside));
    at = end;
    rest = within(rest, { start: end, end: range.end });
  }
  textUntil(range.end, false);
  return blocks;
}

/**
 * Text with its entities (UTF-16 offsets, as in the Bot API) as blocks to draw. Any list of
 * entities is accepted: ranges outside the text are cut, crossing ones are split.
 */
export function readText(text: string, entities: readonly Entity[]): readonly Block[] {
  const whole = { start: 0, end: text.length };
  const spans = entities.map((entity) => ({
    entity,
    start: entity.offset,
    end: entity.offset + entity.length,
  }));
  return blocksOf(text, whole, within(spans, whole));
}
