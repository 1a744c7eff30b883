import { languageOf, type TextLanguage } from "./language.ts";
import { tokensOf, type Token } from "./tokens.ts";

/** A sentence or a line of its own (a headline), without the signs between it and the next. */
export interface Sentence {
  readonly language: TextLanguage;
  /** A word or a number at least. */
  readonly tokens: readonly Token[];
  /** Number of its line in the text, from 0. */
  readonly line: number;
}

/** Sentences are cut there at the latest, so that what reads one has a bound. */
const mostTokens = 400;

const ends = new Set([".", "!", "?", "؟", "…", "۔"]);

/** Behind these a stop ends no sentence; folded. */
const abbreviations = new Set(
  "mr mrs ms dr gen lt col sgt capt maj brig st no gov sen rep prof jr sr vs etc approx jan feb mar apr jun jul aug sep sept oct nov dec".split(
    " ",
  ),
);

/** The sentences of a text in their order; mixed texts are told apart sentence by sentence. */
export function sentencesOf(text: string, given?: TextLanguage): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let tokens: Token[] = [];
  let line = 0;

  function close(): void {
    if (tokens.some(({ type }) => type !== "sign"))
      sentences.push({ language: given ?? languageOf(tokens), tokens, line });
    tokens = [];
  }

  const all = tokensOf(text);
  for (const [index, token] of all.entries()) {
    if (token.type === "break") {
      if (!isWrapped(all, index)) close();
      line += 1;
      continue;
    }
    tokens.push(token);
    if (isEnd(all, index) || tokens.length >= mostTokens) close();
  }
  close();
  return sentences;
}

/** A line that was broken in the middle of an English sentence goes on in lower case. */
function isWrapped(all: readonly Token[], index: number): boolean {
  const before = all[index - 1];
  const after = all[index + 1];
  if (before === undefined || after === undefined) return false;
  return before.type === "word" && after.type === "word" && after.isLower && before.isLatin;
}

function isEnd(all: readonly Token[], index: number): boolean {
  const token = all[index];
  const before = all[index - 1];
  const after = all[index + 1];
  if (token === undefined || token.type !== "sign" || !ends.has(token.text)) return false;
  if (token.text !== "." || after === undefined || after.type === "break") return true;
  if (before !== undefined && isShortened(before, after)) return false;
  // «القارس.وتخشى»: no space is needed before an Arabic letter or a sign.
  return after.apart || !after.isLatin;
}

/** "Gen. Smith", "U.S. forces", "J. Smith". */
function isShortened(before: Token, after: Token): boolean {
  if (before.type !== "word" || !before.isLatin) return false;
  return before.text.length === 1 || (abbreviations.has(before.text) && !after.isLower);
}
