import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { block, listBlocks, renderInVoices } from "../message/blocks.ts";
import { formatDays } from "../text/dates.ts";
import type { Heading } from "../text/heading.ts";
import { html, isolate, join, link } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import { storyLink } from "../message/reference.ts";
import type { Reference } from "../message/reference.ts";
import { told } from "../text/told.ts";
import type { Voice } from "../text/voice.ts";

function entry(story: Story, reference: Reference, voice: Voice): Html {
  const headline = link(storyLink(story.id, reference), told(story.headline, voice));
  const id = isolate(html`<code>${story.id}</code>`);
  return join([html`• ${headline}`, html`${formatDays(story.date, voice)} · ${id}`], "\n");
}

/** Stories as a list in the order given: headline, a link that opens it; its days; its id. */
export function renderLatest(
  heading: Heading,
  stories: readonly Story[],
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => {
    const entries = stories.map((story) => entry(story, reference, voice));
    return listBlocks(heading(voice.language), entries, voice, block);
  });
}
