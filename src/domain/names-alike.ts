import type { Bilingual } from "./language.ts";
import { normalise } from "./normalise.ts";

/** The same text for all names of the same place or group. */
export type NameOf = (name: Bilingual) => string;

/**
 * Names that are alike in one language are of the same, however they are spelt in the other:
 * «سورية» and «سوريا» are Syria.
 */
export function namesAmong(all: Iterable<Bilingual>): NameOf {
  const written = new Map<string, string>();
  const next = new Map<string, string>();

  function spelt(name: string): string {
    const known = written.get(name) ?? normalise(name);
    written.set(name, known);
    return known;
  }

  function last(name: string): string {
    let found = name;
    for (let other = next.get(found); other !== undefined; other = next.get(found)) found = other;
    // The way is short the next time.
    if (found !== name) next.set(name, found);
    return found;
  }

  for (const { ar, en } of all) {
    const [one, other] = [last(spelt(ar)), last(spelt(en))];
    if (one !== other) next.set(other, one);
  }
  return ({ ar }) => last(spelt(ar));
}
