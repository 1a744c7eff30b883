import type { Printing } from "../../domain/printing.ts";
import { blocksInVoices } from "../message/blocks.ts";
import { messageOf, telling } from "./corrected.ts";
import { directed } from "../text/directed.ts";
import type { Message } from "../message/message.ts";
import type { StoryPart } from "../message/pack.ts";
import type { Reference } from "../message/reference.ts";
import { shrunk } from "./shrunk.ts";
import type { ToldRevision } from "./told-revision.ts";

/**
 * What those are told who were sent a message about a story, besides the edit of it: its headline,
 * and dated lines about what changed. `revisions`: those that they were told and the newest, oldest
 * first, never none. Always one message, which is corrected like any other.
 */
export function renderCorrectionNotice(
  revisions: readonly ToldRevision[],
  printing: Printing,
  reference: Reference,
): Message {
  const [first] = revisions;
  if (first === undefined) throw new RangeError("a notice needs the revisions that it is about");
  const story = first.story.id;
  const part: StoryPart = { story, revision: first.number, form: { type: "notice" }, role: "top" };
  const tell = telling(revisions, reference);
  const blocks = blocksInVoices(printing, (voice) => tell(part, voice)).flat();
  const pieces = blocks.map((one) => ({ ...one, html: directed(one.html, one.language) }));
  return messageOf({
    printing,
    pieces: shrunk(pieces, [story], { printing, reference }),
    shows: { [story]: revisions.map(({ number }) => number) },
  });
}
