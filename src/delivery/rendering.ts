import type { Digest } from "../domain/digest.ts";
import type { Window } from "../domain/due.ts";
import type { Printing } from "../domain/printing.ts";
import type { Story } from "../domain/story.ts";
import type { LocalDate } from "../domain/time-zone.ts";
import type { Message } from "../rendering/message.ts";

/** Which digest it is, and for whom. */
export interface Issue {
  /** The day of its slot on the calendar of its schedule. */
  readonly date: LocalDate;
  /** The day on which its news begins, where that is before the slot before. */
  readonly since?: LocalDate | undefined;
  /** Of the news in it. */
  readonly window: Window;
  readonly to: "chat" | "channel";
}

/** How messages are made; pure, and the same for the same arguments. */
export interface Rendering {
  readonly digest: (digest: Digest, issue: Issue, printing: Printing) => readonly Message[];
  /** For those who want a line where nothing is new. */
  readonly emptyDigest: (date: LocalDate, printing: Printing) => readonly Message[];
  readonly alert: (story: Story, printing: Printing) => readonly Message[];
}
