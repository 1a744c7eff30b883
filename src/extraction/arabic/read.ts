import type { Found, Grammar } from "../found.ts";
import { attach } from "./attach.ts";
import { marksOf } from "./marks.ts";
import { wordsOf } from "./words.ts";

/** Words, marks, and what the patterns attach. */
export const readArabic: Grammar = (sentence): readonly Found[] => {
  const words = wordsOf(sentence);
  return attach(words, marksOf(words));
};
