import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import { sectionBlocks, sectionOf } from "./section.ts";

/** An urgent story as messages, normally one; none for a story that is withdrawn. */
export function renderAlert(
  story: Story,
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  if (story.withdrawn !== undefined) return [];
  const section = sectionOf(story, { type: "alert" }, reference);
  return renderInVoices(printing, (voice) => sectionBlocks(section, [], reference, voice));
}
