import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import { html } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import type { Block } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import { sectionBlocks, sectionOf } from "./section.ts";
import { topicTitle } from "./telling.ts";
import type { Voice } from "../text/voice.ts";

/** A story in one language, in full, below the title of the topic it is told under. */
export function storyBlocks(
  story: Story,
  title: Html | undefined,
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const section = sectionOf(story, { type: "story" }, reference);
  const telling = sectionBlocks(section, [], reference, voice);
  if (title === undefined) return telling;
  return [{ ...block(html`<b>${title}</b>`, voice), title: true }, ...telling];
}

/**
 * A story as messages, normally one. A withdrawn story says only that it was withdrawn, and why.
 */
export function renderStory(
  story: Story,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => titledBlocks(story, reference, voice));
}

/** A story in one language, below the title of its own topic. */
export function titledBlocks(story: Story, reference: Reference, voice: Voice): readonly Block[] {
  const topic = reference.edition.topics.get(story.topic);
  const title = topic === undefined ? undefined : topicTitle(topic, voice);
  return storyBlocks(story, title, reference, voice);
}
