import type { Edition } from "../../domain/edition.ts";
import type { Bilingual } from "../../domain/language.ts";
import { normalise } from "../../domain/normalise.ts";

/** Groups and places that the edition has in both languages already. */
export interface KnownWords {
  readonly group: (words: string) => Bilingual | undefined;
  readonly place: (words: string) => Bilingual | undefined;
}

/** What was translated once need not be typed again; the newest story's words go first. */
export function knownWords({ stories, topics }: Edition): KnownWords {
  const all = [...stories.values()];
  const figures = all.flatMap((story) => story.figures);
  const groups = finder(figures.flatMap(({ group }) => group ?? []));
  const places = finder([
    ...all.map(({ place }) => place),
    ...figures.flatMap(({ place }) => place ?? []),
    ...[...topics.values()].map(({ title }) => title),
  ]);
  return { group: groups, place: places };
}

function finder(known: readonly Bilingual[]): (words: string) => Bilingual | undefined {
  const byWords = new Map<string, Bilingual>();
  for (const both of known) {
    for (const words of [both.ar, both.en].map(normalise)) {
      if (!byWords.has(words)) byWords.set(words, both);
    }
  }
  return (words) => byWords.get(normalise(words));
}
