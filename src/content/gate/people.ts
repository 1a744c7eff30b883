import { foldWord } from "../../extraction/text/fold.ts";
import { tokensOf } from "../../extraction/text/tokens.ts";
import lexicon from "./people.json" with { type: "json" };

/** «و», «ف», a preposition and the article are written before a word and are no part of it. */
const prefix = /^[وف]?[بلك]?(?:ال)?/u;

/** Whether a word says that people are meant, and not which: "people", «سكان». */
export const namesAnybody = finderOf(lexicon.anybody);

/** Whether a word may be of women and of children alike: «فتاة». */
export const namesAnyAge = finderOf(lexicon.anyAge);

function finderOf(words: readonly string[]): (text: string) => boolean {
  const known = new Set(words.map(foldWord));
  return (text) =>
    tokensOf(text).some(
      (token) => known.has(token.text) || known.has(token.text.replace(prefix, "")),
    );
}
