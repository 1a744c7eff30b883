import type { Digest } from "../domain/digest.ts";
import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import type { LocalDate } from "../domain/time-zone.ts";
import type { Issue } from "../rendering/digest.ts";
import type { Message } from "../rendering/message.ts";

/** How messages are made; pure, and the same for the same arguments. */
export interface Rendering {
  readonly digest: (digest: Digest, issue: Issue, printing: Printing) => readonly Message[];
  /** For those who want a line where nothing is new. */
  readonly emptyDigest: (date: LocalDate, printing: Printing) => readonly Message[];
  readonly alert: (story: Story, printing: Printing) => readonly Message[];
}
