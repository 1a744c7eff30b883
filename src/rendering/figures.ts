import { figuresOf } from "../domain/edition.ts";
import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import { block, lineBlock, renderInVoices } from "./blocks.ts";
import type { Heading } from "./heading.ts";
import { html, join, link } from "./html.ts";
import type { Message } from "./message.ts";
import type { Block } from "./pack.ts";
import { storyLink } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { dateline, storyFigures } from "./story.ts";
import { say } from "./translate.ts";
import { told } from "./told.ts";
import type { Voice } from "./voice.ts";

/** A story's headline, day and place with its first figure, then its other figures. */
function storyBlocks(story: Story, reference: Reference, voice: Voice): readonly Block[] {
  const headline = link(storyLink(story.id, reference), told(story.headline, voice));
  const [first, ...others] = storyFigures(story, reference, voice);
  if (first === undefined) return [];
  const top = join([html`<b>${headline}</b>`, dateline(story, voice), first], "\n");
  return [block(top, voice), ...others.map((figure) => lineBlock(figure, voice))].map((block) => ({
    ...block,
    shows: story.id,
  }));
}

/** The figures of stories, in the order given, each below its story; stories without any are left out. */
export function renderFigures(
  heading: Heading,
  stories: readonly Story[],
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const { language } = voice;
    const counted = stories.filter((story) => figuresOf(story).length > 0);
    const asGiven = say(
      language,
      counted.length === 0 ? "printing:figures.none" : "printing:figures.asGiven",
    );
    return [
      block(join([html`<b>${heading(language)}</b>`, asGiven], "\n"), voice),
      ...counted.flatMap((story) => storyBlocks(story, reference, voice)),
    ];
  });
}
