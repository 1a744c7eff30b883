import { changeOf, isMaterial, type FigureChange, type StoryChange } from "../../domain/change.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Source } from "../../domain/source.ts";
import type { Story } from "../../domain/story.ts";
import { figureBlocks } from "../../rendering/figures/figure.ts";
import { join, visible } from "../../rendering/text/html.ts";
import type { Voice } from "../../rendering/text/voice.ts";

/** A story with the sources that it quotes. */
export interface Told {
  readonly story: Story;
  readonly sources: ReadonlyMap<string, Source>;
}

/** A terminal reads English. */
const voice: Voice = { language: "en", digits: "latin", months: "double" };

/**
 * What a reader would be told of the difference between two states of a story, as lines for a
 * terminal: what kind of change it is, then each figure that changes; none where nothing material
 * does.
 */
export function describeChange(was: Told, now: Told): readonly string[] {
  const change = changeOf(was.story, now.story);
  if (!isMaterial(change)) return [];
  return [
    `${now.story.id}: ${kindOf(change)}: ${now.story.headline.en}`,
    ...change.figures.map((figure) => `  ${figureLine(figure, was, now)}`),
  ];
}

function kindOf({ weight, note }: StoryChange): string {
  return note === undefined ? weight : `${weight} (${note.reason})`;
}

function figureLine(change: FigureChange, was: Told, now: Told): string {
  switch (change.type) {
    case "added":
      return `${change.now.id}: new: ${words(change.now, now)}`;
    case "withdrawn":
      return `${change.was.id}: withdrawn: ${words(change.was, was)}`;
    case "changed": {
      const fields = change.fields.join(", ");
      return `${change.now.id} (${fields}): was ${words(change.was, was)}; now ${words(change.now, now)}`;
    }
  }
}

/** A figure by itself, on one line and without the marks that keep foreign words apart. */
function words(figure: Figure, { story, sources }: Told): string {
  const lines = figureBlocks({ ...story, figures: [figure] }, { story, sources, voice });
  return visible(join(lines, " "))
    .replace(/[\u200E\u200F\u2066-\u2069]/g, "")
    .replace(/^• /, "");
}
