import type { Weight } from "../../domain/change.ts";
import type { Day } from "../../domain/time/dates.ts";
import type { Flag } from "./flag.ts";

/** One state of a story, as we first saw it. */
export interface RevisionTable {
  readonly story_id: string;
  /** From 1. */
  readonly number: number;
  readonly hash: string;
  /** Of what is material in the figures that are told. */
  readonly figures_hash: string;
  /** As `knownAt` stamps it. */
  readonly known_at: number;
  /** 0 for the baseline, the archive, and changes of wording. */
  readonly news: Flag;
  /** JSON of the story and of the sources that it quotes; null before bodies were kept. */
  readonly body: string | null;
  /**
   * What changed since the revision before that is not `passing`: one that others followed before
   * the story settled. Null before weights were kept.
   */
  readonly weight: "first" | "passing" | Weight | null;
  /** Of a material change: the editor's day of it, or the one (UTC) on which we saw it. */
  readonly changed_on: Day | null;
}

/** A breaking story on its way to those who want alerts. */
export interface AlertTable {
  readonly story_id: string;
  /** The revision that it stands at. */
  readonly number: number;
  /** Since when it has not changed. */
  readonly since: number;
  readonly state: "settling" | "asking" | "confirmed" | "declined" | "sent";
  /** How many would get it, when editors were asked. */
  readonly chats: number | null;
}
