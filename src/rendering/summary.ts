import type { Story } from "../domain/story.ts";
import { block, lineBlock } from "./blocks.ts";
import { firstSentences } from "./excerpt.ts";
import { html, link } from "./html.ts";
import type { Html } from "./html.ts";
import type { Block } from "./pack.ts";
import { storyLink } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { storyFigures } from "./story.ts";
import { told } from "./told.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

/** A story's headline as a link that opens it in the private chat. */
export function headlineLink(story: Story, reference: Reference, voice: Voice): Html {
  return link(storyLink(story.id, reference), told(story.headline, voice));
}

/**
 * A story in short, below its headline: the first sentences of its excerpt with a link to the
 * whole, then its figures, each with its source, as a briefing prints them.
 */
export function summaryBlocks(
  headline: Html,
  story: Story,
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const { language } = voice;
  const notice = story.graphic ? [lineBlock(say(language, "printing:story.graphic"), voice)] : [];
  const excerpt = { ...story.excerpt, [language]: firstSentences(story.excerpt, language) };
  const whole = link(storyLink(story.id, reference), say(language, "printing:digest.whole"));
  const figures = storyFigures(story, reference, voice);
  return [
    block(headline, voice),
    ...notice,
    lineBlock(html`${told(excerpt, voice)} ${whole}`, voice),
    ...figures.map((figure) => ({ ...lineBlock(figure, voice), shows: story.id })),
  ];
}
