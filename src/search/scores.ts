import { placesIn, type Answer } from "./vocabulary.ts";

/** What each story is worth, by its slot. */
export interface Scores {
  readonly sums: Uint16Array;
  /** How many of the words each story has. */
  readonly words: Uint8Array;
}

/**
 * Rates stories: for each word the best field where it stands, and in it how near it is to what was
 * typed. Depends on nothing but a story and the words.
 */
export function score(words: readonly (readonly Answer[])[], slots: number): Scores {
  const sums = new Uint16Array(slots);
  const counts = new Uint8Array(slots);
  for (const answers of words) {
    const best = new Uint8Array(slots);
    for (const answer of answers) rate(answer, best);
    for (let slot = 0; slot < slots; slot += 1) {
      const value = best[slot] ?? 0;
      if (value === 0) continue;
      sums[slot] = (sums[slot] ?? 0) + value;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  return { sums, words: counts };
}

/** More than any nearness, so that the field goes first. */
const perField = 10;

function rate({ posting, nearness }: Answer, best: Uint8Array): void {
  for (const entry of posting) {
    const slot = Math.floor(entry / placesIn);
    const field = 32 - Math.clz32(entry % placesIn);
    const value = field * perField + nearness;
    if (value > (best[slot] ?? 0)) best[slot] = value;
  }
}
