import { foldWord } from "../text/fold.ts";
import type { Word } from "./words.ts";

/** Sayings of one or more words; the first may have «و», «ف», «ب» or «ل» written before it. */
export class Phrases<Meaning> {
  readonly #byFirst = new Map<
    string,
    { readonly words: readonly string[]; readonly meaning: Meaning }[]
  >();

  add(phrase: string, meaning: Meaning): void {
    const words = foldWord(phrase).split(" ");
    const first = words[0] ?? "";
    const others = this.#byFirst.get(first) ?? [];
    // The longest is tried first.
    others.push({ words, meaning });
    this.#byFirst.set(
      first,
      others.toSorted((a, b) => b.words.length - a.words.length),
    );
  }

  /** The longest that begins there, with the index of its last word. */
  at(
    words: readonly Word[],
    index: number,
  ): { readonly meaning: Meaning; readonly last: number } | undefined {
    const word = words[index];
    if (word === undefined) return undefined;
    const { text } = word.token;
    return this.#find(words, index, text) ?? this.#find(words, index, word.bare);
  }

  #find(words: readonly Word[], index: number, first: string) {
    const found = this.#byFirst
      .get(first)
      ?.find(({ words: phrase }) =>
        phrase.every((part, offset) => offset === 0 || words[index + offset]?.token.text === part),
      );
    return found === undefined
      ? undefined
      : { meaning: found.meaning, last: index + found.words.length - 1 };
  }
}
