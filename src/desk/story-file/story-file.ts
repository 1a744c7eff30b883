import type { FigureEntry } from "../../content/schema/figure.ts";
import type { StoryEntry } from "../../content/schema/story.ts";
import { itemLines, mapLines, type Fields } from "./fields.ts";

/** The first line of every story file, for the editor's text editor. */
export const schemaLine = "# yaml-language-server: $schema=../schema/story.json";

const headOrder = ["id", "date", "place", "also", "headline", "excerpt"] as const;

const tailOrder = [
  "sources",
  "links",
  "breaking",
  "push",
  "graphic",
  "lead",
  "corrections",
  "withdrawn",
] as const;

const figureOrder = [
  "id",
  "kind",
  "who",
  "group",
  "count",
  "min",
  "max",
  "vague",
  "zero",
  "qualifier",
  "of",
  "component_of",
  "source",
  "via",
  "attribution",
  "place",
  "scope",
  "period",
  "since",
  "rate",
  "basis",
  "same_as",
  "status",
  "quote",
] as const satisfies readonly (keyof FigureEntry)[];

/**
 * A story as the text of its file, written as the hand-written ones are: the schema's line first,
 * fields in their order, long texts folded, an empty line between figures. The loader reads the very
 * same fields from it, whatever their texts; whether they make a story is the loader's to judge.
 * Fields that are undefined, and lists and flags that say nothing, are left out.
 */
export function storyFile(story: StoryEntry): string {
  const figures = story.figures.map((figure) => figureLines(figure).join("\n"));
  const lines = [
    schemaLine,
    ...mapLines(said(ordered(story, headOrder)), ""),
    figures.length === 0 ? "figures: []" : `figures:\n${figures.join("\n\n")}`,
    ...mapLines(said(ordered(story, tailOrder)), ""),
  ];
  return `${lines.join("\n")}\n`;
}

/** A figure as an item of the list of its story, without a line end. */
export function figureLines(figure: FigureEntry): readonly string[] {
  return itemLines(ordered(figure, figureOrder), "  ");
}

function ordered(given: Fields, order: readonly string[]): Fields {
  return Object.fromEntries(order.map((name) => [name, given[name]]));
}

function said(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
