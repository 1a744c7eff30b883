const letters = "abcdefghjkmnpqrstuvwxyz";
const digits = "23456789";
const mostTries = 1000;

/** A whole number from 0 to below `limit`, each as likely: node:crypto's `randomInt`. */
export type RandomBelow = (limit: number) => number;

/**
 * A story's permanent id that is none of these: four letters and four digits, without those that
 * are taken for each other, as an editor may read it to another.
 *
 * @throws where chance gives only ids that are taken
 */
export function freshId(taken: ReadonlySet<string>, randomBelow: RandomBelow): string {
  for (let tried = 0; tried < mostTries; tried++) {
    const id = [letters, digits]
      .flatMap((signs) => Array.from({ length: 4 }, () => signs[randomBelow(signs.length)]))
      .join("");
    if (!taken.has(id)) return id;
  }
  throw new Error(`no free id among ${mostTries} random ones`);
}
