import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import { block, listBlocks, renderInVoices } from "./blocks.ts";
import { formatDays } from "./dates.ts";
import type { Heading } from "./heading.ts";
import { html, isolate, join, link } from "./html.ts";
import type { Html } from "./html.ts";
import type { Message } from "./message.ts";
import { storyLink } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { told } from "./told.ts";
import type { Voice } from "./voice.ts";

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
