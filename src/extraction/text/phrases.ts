import { foldWord } from "./fold.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** Set phrases of a lexicon, found at a token. */
export interface Phrases {
  /** How many tokens the longest phrase has that begins there; 0 for none. */
  readonly lengthAt: (tokens: readonly Token[], at: number) => number;
}

/** Phrases are written as people write them. With `prefixes`, a first word may carry one of them. */
export function phrasesOf(phrases: readonly string[], prefixes: readonly string[] = []): Phrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const words = tokensOf(phrase).map(({ text }) => text);
    const [first = ""] = words;
    for (const prefix of ["", ...prefixes.map(foldWord)]) {
      const key = prefix + first;
      byFirst.set(key, [...(byFirst.get(key) ?? []), words]);
    }
  }
  for (const words of byFirst.values()) words.sort((a, b) => b.length - a.length);
  return {
    lengthAt: (tokens, at) => {
      const known = byFirst.get(tokens[at]?.text ?? "") ?? [];
      const found = known.find((words) =>
        words.every((word, index) => index === 0 || tokens[at + index]?.text === word),
      );
      return found?.length ?? 0;
    },
  };
}
