import { latestStories, type Edition } from "../domain/edition.ts";
import { normalise } from "../domain/normalise.ts";
import type { Story } from "../domain/story.ts";

/** The stories in whose headline or place every word of a text begins a word, newest first. */
export function findByHeadline(edition: Edition, text: string): Promise<readonly Story[]> {
  const words = normalise(text.slice(0, 256))
    .split(" ")
    .filter((word) => word !== "");
  const isFound = ({ headline, place }: Story): boolean => {
    const names = [headline.ar, headline.en, place.ar, place.en];
    const told = names.flatMap((name) => normalise(name).split(" "));
    return words.every((word) => told.some((one) => one.startsWith(word)));
  };
  return Promise.resolve(words.length === 0 ? [] : latestStories(edition).filter(isFound));
}
