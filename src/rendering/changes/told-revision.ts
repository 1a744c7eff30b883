import type { Day } from "../../domain/time/dates.ts";
import type { Source } from "../../domain/source.ts";
import type { Story } from "../../domain/story.ts";
import { dayOf, localTime } from "../../domain/time/time-zone.ts";

/** One state of a story as readers were told it. */
export interface ToldRevision {
  readonly number: number;
  /** The day on which we saw it, in the zone of the project. */
  readonly day: Day;
  readonly story: Story;
  /** Those that it quotes, as they were called then. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** A revision as the store keeps it. */
interface Kept extends Pick<ToldRevision, "number" | "story"> {
  readonly knownAt: Date;
  readonly sources: readonly Source[];
}

/** A revision as readers were told it; its day is that of the zone. */
export function toldRevision(
  { number, knownAt, story, sources }: Kept,
  zone: string,
): ToldRevision {
  return {
    number,
    day: dayOf(localTime(knownAt, zone)),
    story,
    sources: new Map(sources.map((source) => [source.id, source])),
  };
}
