import type { Briefing } from "../../domain/briefing.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { block, lineBlock, listBlocks, renderInVoices } from "../message/blocks.ts";
import { formatDays } from "../text/dates.ts";
import { html, link } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { formatCount } from "../text/numbers.ts";
import type { Block } from "../message/pack.ts";
import { storyLink } from "../message/reference.ts";
import type { Reference } from "../message/reference.ts";
import { storyBlocks } from "./story.ts";
import { topicTitle } from "./telling.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** How many other stories of the topic a briefing names. */
const named = 5;

function entry(story: Story, reference: Reference, voice: Voice): Html {
  const { language } = voice;
  const title = told(story.headline, voice);
  const headline = link(storyLink(story.id, reference), title);
  const date = formatDays(story.date, voice);
  return html`• ${say(language, "printing:briefing.dated", { headline, date })}`;
}

function moreBlocks(briefing: Briefing, reference: Reference, voice: Voice): readonly Block[] {
  const { language } = voice;
  const { stories } = briefing;
  const others = stories.filter((story) => story !== briefing.story);
  if (others.length === 0) return [];
  const entries = others.slice(0, named).map((story) => entry(story, reference, voice));
  const n = formatCount(stories.length, voice);
  const total = say(language, "printing:briefing.total", { count: stories.length, n });
  const list = listBlocks(say(language, "printing:briefing.more"), entries, voice);
  return [...list, lineBlock(total, voice)];
}

/**
 * What a topic's command answers: the story, then the topic's other stories, each a link that opens
 * it, and how many there are in all. Normally one message.
 */
export function renderBriefing(
  briefing: Briefing,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => briefingBlocks(briefing, reference, voice));
}

/** The same in one language. */
export function briefingBlocks(
  briefing: Briefing,
  reference: Reference,
  voice: Voice,
): readonly Block[] {
  const { story, topic } = briefing;
  const title = topicTitle(topic, voice);
  if (story === undefined) {
    const none = say(voice.language, "printing:briefing.empty");
    return [block(html`<b>${title}</b>`, voice), block(none, voice)];
  }
  const told = storyBlocks(story, title, reference, voice);
  return [...told, ...moreBlocks(briefing, reference, voice)];
}
