import type { Printing } from "../../domain/printing.ts";
import type { Story } from "../../domain/story.ts";
import { renderInVoices } from "../message/blocks.ts";
import type { Message } from "../message/message.ts";
import type { Reference } from "../message/reference.ts";
import type { Heading } from "../text/heading.ts";
import { listed } from "./listed.ts";

/** Stories as a list in the order given: headline, a link that opens it; its days; its id. */
export function renderLatest(
  heading: Heading,
  stories: readonly Story[],
  printing: Printing,
  reference: Reference,
): readonly Message[] {
  const listing = { of: "latest" } as const;
  return renderInVoices(printing, (voice) =>
    listed(heading(voice.language), { stories, listing }, reference, voice),
  );
}
