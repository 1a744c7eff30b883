import { figuresOf } from "../../domain/edition.ts";
import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { block, renderInVoices } from "../message/blocks.ts";
import type { Heading } from "../text/heading.ts";
import { html, join } from "../text/html.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import { sectionBlocks, sectionOf } from "./section.ts";
import { say } from "../text/translate.ts";

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
      ...counted.flatMap((story) => {
        const section = sectionOf(story, { type: "figures" }, reference);
        return sectionBlocks(section, [], reference, voice);
      }),
    ];
  });
}
