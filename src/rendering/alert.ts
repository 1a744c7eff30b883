import { figuresOf } from "../domain/edition.ts";
import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import { renderInVoices } from "./blocks.ts";
import { html, join } from "./html.ts";
import type { Message } from "./message.ts";
import type { Reference } from "./reference.ts";
import { dateline, notAdded } from "./story.ts";
import { headlineLink, summaryBlocks } from "./summary.ts";
import { say } from "./translate.ts";

/** An urgent story as messages, normally one; none for a story that is withdrawn. */
export function renderAlert(
  story: Story,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  if (story.withdrawn !== undefined) return [];
  return renderInVoices(printing, (voice) => {
    const headline = headlineLink(story, reference, voice);
    const urgent = say(voice.language, "printing:alert.heading", { headline });
    const top = join([html`<b>${urgent}</b>`, dateline(story, voice)], "\n");
    return [...summaryBlocks(top, story, reference, voice), ...notAdded(figuresOf(story), voice)];
  });
}
