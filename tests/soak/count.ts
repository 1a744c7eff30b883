/** One thing that must not be, and how often it was. */
export interface Count {
  readonly name: string;
  /** Of so many that were looked at. */
  readonly of: number;
  /** How many could not be judged, because what befell them leaves it open. */
  readonly open?: number;
  /** Where it was, each in a line. */
  readonly found: readonly string[];
}

/** The time of day, UTC. */
export function timeOf(moment: number): string {
  return new Date(moment).toISOString().slice(11, 19);
}
