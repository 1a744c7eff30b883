import { foldWord } from "../../extraction/text/fold.ts";
import { tokensOf } from "../../extraction/text/tokens.ts";
import lexicon from "./anybody.json" with { type: "json" };

const known = new Set([...lexicon.en, ...lexicon.ar].map(foldWord));

/** «و», «ف», a preposition and the article are written before a word and are no part of it. */
const prefix = /^[وف]?[بلك]?(?:ال)?/u;

/** Whether a word says that people are meant, and not which: "people", «سكان». */
export function namesAnybody(words: string): boolean {
  return tokensOf(words).some(({ text }) => known.has(text) || known.has(text.replace(prefix, "")));
}
