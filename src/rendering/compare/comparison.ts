import type { Story } from "../../domain/story.ts";
import type { Printing } from "../../domain/printing.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import { sectionBlocks, sectionOf } from "../stories/section.ts";
import type { Heading } from "../text/heading.ts";
import { html } from "../text/html.ts";

/** Stories in which sources differ, each with who says what. */
export function renderComparisons(
  heading: Heading,
  stories: readonly Story[],
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  return renderInVoices(printing, (voice) => [
    block(html`<b>${heading(voice.language)}</b>`, voice),
    ...stories.flatMap((story) =>
      sectionBlocks(sectionOf(story, { type: "compared" }, reference), [], reference, voice),
    ),
  ]);
}
