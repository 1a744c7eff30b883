import { latestStories, type Edition } from "../domain/edition.ts";
import { normalise } from "../domain/normalise.ts";
import type { Story } from "../domain/story.ts";

/** The stories in whose headline or place every word of a text begins a word, newest first. */
export function findByHeadline(edition: Edition, text: string): readonly Story[] {
  const words = normalise(text.slice(0, 256))
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  return latestStories(edition).filter(({ headline, place }) => {
    const names = [headline.ar, headline.en, place.ar, place.en];
    const told = names.flatMap((name) => normalise(name).split(" "));
    return words.every((word) => told.some((one) => one.startsWith(word)));
  });
}
