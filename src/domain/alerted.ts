import type { News } from "./digest.ts";

/** A story that a place got as an alert. */
export interface Alerted {
  readonly story: string;
  /** Its figures changed since. */
  readonly changed: boolean;
}

/** News for a place that got these alerts: told again only where figures changed, as what changed. */
export function withoutAlerted(
  news: readonly News[],
  alerted: readonly Alerted[],
): readonly News[] {
  const byStory = new Map(alerted.map((one) => [one.story, one]));
  return news.flatMap((one) => {
    const alert = byStory.get(one.story);
    if (alert === undefined) return [one];
    if (!alert.changed) return [];
    return [{ ...one, told: one.told === "corrected" ? "corrected" : "updated" }];
  });
}
