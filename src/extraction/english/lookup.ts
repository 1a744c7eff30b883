import { tokensOf, type Token } from "../text/tokens.ts";

/** What a phrase of a lexicon says, where one stands. */
export interface Entry<T> {
  readonly last: number;
  readonly value: T;
}

/** The longest phrase that begins at a token. */
export type Lookup<T> = (tokens: readonly Token[], at: number) => Entry<T> | undefined;

/** A table of phrases, written as people write them. */
export function lookupOf<T>(phrases: Iterable<readonly [phrase: string, value: T]>): Lookup<T> {
  const byFirst = new Map<string, { readonly words: readonly string[]; readonly value: T }[]>();
  for (const [phrase, value] of phrases) {
    const words = tokensOf(phrase).map(({ text }) => text);
    const [first = ""] = words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length);
  return (tokens, at) => {
    const known = byFirst.get(tokens[at]?.text ?? "");
    const found = known?.find(({ words }) =>
      words.every((word, index) => tokens[at + index]?.text === word),
    );
    return found && { last: at + found.words.length - 1, value: found.value };
  };
}

/** "man/men" or "soldier": the singular, and its plurals. */
export function formsOf(noun: string): readonly [singular: string, ...plurals: string[]] {
  const [singular = noun, ...plurals] = noun.split("/");
  if (plurals.length > 0) return [singular, ...plurals];
  if (/(?:s|x|z|ch|sh)$/.test(singular)) return [singular, `${singular}es`];
  if (/[^aeiou]y$/.test(singular)) return [singular, `${singular.slice(0, -1)}ies`];
  return [singular, `${singular}s`];
}

/** The folded word at an index; empty outside the sentence. */
export function textAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text ?? "";
}
