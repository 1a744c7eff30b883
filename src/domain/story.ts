import type { Day, DayRange } from "./time/dates.ts";
import type { Figure } from "./figure.ts";
import type { Bilingual } from "./language.ts";

export interface Link {
  readonly url: string;
  readonly title: Bilingual;
}

export const correctionReasons = [
  "source_revised",
  "our_error",
  "late_report",
  "reattributed",
  "basis_change",
  "withdrawn",
] as const;

/** What an editor says about a change of this story's figures. */
export interface CorrectionNote {
  readonly at: Day;
  readonly reason: (typeof correctionReasons)[number];
  readonly note: Bilingual;
}

/** Why a story is no longer told. */
export interface Withdrawal {
  readonly at: Day;
  readonly note: Bilingual;
}

/** Where sources differ: the figure that the newsroom leads with, and why. */
export interface Lead {
  /** The id of a figure of the story that is told. */
  readonly figure: string;
  readonly why: Bilingual;
}

/** One dated, sourced event. */
export interface Story {
  /** Permanent, `[a-z0-9]{4,12}`, unique over all topics. */
  readonly id: string;
  /** The topic whose folder holds the file. */
  readonly topic: string;
  /** Other topics that show it too. */
  readonly also: readonly string[];
  readonly date: DayRange;
  readonly place: Bilingual;
  readonly headline: Bilingual;
  readonly excerpt: Bilingual;
  readonly figures: readonly Figure[];
  /** Ids of the sources that the text quotes, besides those of the figures. */
  readonly sources: readonly string[];
  readonly links: readonly Link[];
  readonly breaking: boolean;
  readonly push: boolean;
  readonly graphic: boolean;
  readonly corrections: readonly CorrectionNote[];
  readonly lead?: readonly Lead[];
  readonly withdrawn?: Withdrawal;
}
