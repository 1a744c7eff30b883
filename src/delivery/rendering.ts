import type { Digest } from "../domain/digest.ts";
import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import type { LocalDate } from "../domain/time/time-zone.ts";
import type { Issue } from "../rendering/stories/digest.ts";
import type { Keyboard, Made, Message } from "../rendering/message/message.ts";
import type { ToldRevision } from "../rendering/changes/told-revision.ts";

/** How messages are made; pure, and the same for the same arguments. */
export interface Rendering {
  readonly digest: (digest: Digest, issue: Issue, printing: Printing) => readonly Message[];
  /** For those who want a line where nothing is new. */
  readonly emptyDigest: (date: LocalDate, printing: Printing) => readonly Message[];
  /** The card of a story. */
  readonly card: (story: Story, printing: Printing) => Message;
  readonly alert: (story: Story, printing: Printing) => readonly Message[];
  /** By story, what the message has shown and what is to be shown now, oldest first. */
  readonly correct: (
    made: Made,
    keyboard: Keyboard | undefined,
    told: ReadonlyMap<string, readonly ToldRevision[]>,
  ) => Message;
  /** Before it is sent; undefined where nothing is left to be told. */
  readonly renew: (
    made: Made,
    keyboard: Keyboard | undefined,
    stories: ReadonlyMap<string, Story>,
  ) => Message | undefined;
  readonly correctionNotice: (revisions: readonly ToldRevision[], printing: Printing) => Message;
}
