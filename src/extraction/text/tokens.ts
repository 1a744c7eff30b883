import { fold } from "./fold.ts";

/** A word, a number in digits, a sign, or the end of a line; offsets are of the original text. */
export interface Token {
  readonly type: "word" | "number" | "sign" | "break";
  /** Folded. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space, or nothing, stands before it. */
  readonly apart: boolean;
  /** Of a word: begins with a Latin letter. */
  readonly isLatin: boolean;
  /** Of a word: begins with a small Latin letter in the original. */
  readonly isLower: boolean;
}

/**
 * Digits with separators of thousands or a decimal point between them are one number; a comma with
 * a space behind it parts two (figures/README.md 2.3). Times and dates in digits are one number too,
 * which no value is read from.
 */
const shapes = /\n|\d+(?:[.,،٬٫'’:/\\]\d+)*(?: \d{3}(?!\d))*|[\p{L}\p{M}]+(?:'\p{L}+)*|[^\s]/gu;

/** Linear in the text. Letters and digits that were written together are parted. */
export function tokensOf(text: string): readonly Token[] {
  const { text: folded, starts, ends } = fold(text);
  const tokens: Token[] = [];
  let end = 0;
  for (const match of folded.matchAll(shapes)) {
    const apart = match.index > end || match.index === 0;
    end = match.index + match[0].length;
    const start = starts[match.index] ?? 0;
    const type = typeOf(match[0]);
    const isWord = type === "word";
    tokens.push({
      type,
      text: match[0],
      start,
      end: ends[end - 1] ?? text.length,
      apart,
      isLatin: isWord && /^\p{Script=Latin}/u.test(match[0]),
      isLower: isWord && /^\p{Ll}/u.test(text.slice(start, start + 2)),
    });
  }
  return tokens;
}

/** By its first character: each shape has its own. */
function typeOf(text: string): Token["type"] {
  if (text === "\n") return "break";
  if (/^\d/.test(text)) return "number";
  return /^[\p{L}\p{M}]/u.test(text) ? "word" : "sign";
}
