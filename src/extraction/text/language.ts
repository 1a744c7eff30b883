import type { Token } from "./tokens.ts";

export type TextLanguage = "ar" | "en";

/** By the letters of its words; names in another script do not turn a sentence. */
export function languageOf(tokens: readonly Token[]): TextLanguage {
  let latin = 0;
  let other = 0;
  for (const { type, text, isLatin } of tokens) {
    if (type !== "word") continue;
    if (isLatin) latin += text.length;
    else other += text.length;
  }
  return latin > other ? "en" : "ar";
}
