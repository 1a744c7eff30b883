import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";
import { lexemeOf, type Lexeme } from "./lexicon.ts";

/** A token as the grammar sees it: what is written together is parted. */
export interface Word {
  /** Index of its token in the sentence. */
  readonly at: number;
  readonly token: Token;
  /** Without what is written before it. */
  readonly stem: string;
  /** Without the letters of a conjunction or preposition, whether they are that or not. */
  readonly bare: string;
  /** «و» or «ف» stands before it. */
  readonly isAnd: boolean;
  /** «ب», «ل» or «ك» is written before it. */
  readonly preposition: string;
  readonly isDefinite: boolean;
  /** A pronoun is written behind it: «أطفالها». */
  readonly isOwned: boolean;
  readonly lexeme: Lexeme;
}

type Parts = Omit<Word, "at" | "token">;
type Split = Omit<Parts, "bare">;

const nothing: Lexeme = {};

/** Quotation marks part nothing; prefixes that stand alone («الـ 15», «و87») go to the next word. */
export function wordsOf({ tokens }: Sentence): readonly Word[] {
  const words: Word[] = [];
  let before = "";
  for (const [at, token] of tokens.entries()) {
    if (token.type === "sign" && /["'*_]/.test(token.text)) continue;
    if (isPrefix(token, tokens[at + 1])) {
      before += token.text;
      continue;
    }
    words.push({ at, token, ...withPrefix(before, partsOf(token)) });
    before = "";
  }
  return words;
}

const prefixes = /^[وف]?(?:[بلك]?(?:ال)?|لل)$/u;

function isPrefix(token: Token, next: Token | undefined): boolean {
  if (token.type !== "word" || token.text.length > 4 || !prefixes.test(token.text)) return false;
  return next?.type === "number" || (next?.type === "word" && !next.isLatin);
}

function withPrefix(prefix: string, parts: Parts): Parts {
  if (prefix === "") return parts;
  return {
    ...parts,
    isAnd: parts.isAnd || /^[وف]/u.test(prefix),
    preposition: /[بلك]/u.exec(prefix.replace("ال", ""))?.[0] ?? parts.preposition,
    isDefinite: parts.isDefinite || /ال$|لل$/u.test(prefix),
  };
}

const known = new Map<string, Parts>();
const mostKnown = 50_000;

/** Remembered: a newspaper has few different words. */
function partsOf(token: Token): Parts {
  if (token.type !== "word" || token.text.length > 20)
    return { ...plain(token.text), bare: token.text };
  const before = known.get(token.text);
  if (before !== undefined) return before;
  const parts = { ...split(token.text), bare: token.text.replace(/^(?:[وف]?[بل]|[وف])/u, "") };
  if (known.size < mostKnown) known.set(token.text, parts);
  return parts;
}

function plain(stem: string, lexeme: Lexeme = nothing): Split {
  return { stem, isAnd: false, preposition: "", isDefinite: false, isOwned: false, lexeme };
}

const shapes = [
  /^(?<and>)(?<preposition>)(?<the>)(?<stem>.+)$/u,
  /^(?<and>[وف])(?<preposition>)(?<the>)(?<stem>.{2,})$/u,
  /^(?<and>[وف]?)(?<preposition>)(?<the>ال)(?<stem>.{2,})$/u,
  /^(?<and>[وف]?)(?<preposition>[بلك])(?<the>)(?<stem>.{2,})$/u,
  /^(?<and>[وف]?)(?<preposition>[بك])(?<the>ال)(?<stem>.{2,})$/u,
  /^(?<and>[وف]?)(?<preposition>ل)(?<the>ل)(?<stem>.{2,})$/u,
];

/** The first way to part a word that leaves one of the lexicon. */
function split(text: string): Split {
  for (const shape of shapes) {
    const parts = partsFrom(shape.exec(text)?.groups ?? {});
    if (parts !== undefined) return parts;
  }
  return owned(text) ?? unknown(text);
}

function partsFrom(groups: Readonly<Record<string, string | undefined>>): Split | undefined {
  const { and, preposition = "", the, stem = "" } = groups;
  const lexeme = lexemeOf(stem);
  const isDefinite = the === "ال" || the === "ل";
  if (lexeme === undefined || (isDefinite && !canBeDefinite(lexeme))) return undefined;
  return { stem, isAnd: and !== "", preposition, isDefinite, isOwned: false, lexeme };
}

function canBeDefinite({ noun, numeral, vague, masdar }: Lexeme): boolean {
  return noun !== undefined || numeral !== undefined || vague !== undefined || masdar !== undefined;
}

function owned(text: string): Split | undefined {
  const [, and = "", preposition = "", stem = ""] =
    /^([وف]?)([بل]?)(.{3,}?)(?:هما|هم|هن|ها|ه|نا)$/u.exec(text) ?? [];
  const lexeme = bareForms(stem)
    .map((form) => lexemeOf(form))
    .find((found) => found?.noun !== undefined || found?.masdar !== undefined);
  if (lexeme === undefined) return undefined;
  return { stem, isAnd: and !== "", preposition, isDefinite: true, isOwned: true, lexeme };
}

/** What a pronoun changes: the nun of the dual falls, the ta opens, the hamza has a seat. */
function bareForms(stem: string): readonly string[] {
  const dual = /[اي]$/u.test(stem) ? [`${stem}ن`] : [];
  return [...dual, stem, stem.replace(/[وي]$/u, ""), stem.replace(/ت$/u, "ه")];
}

function unknown(text: string): Split {
  const isDefinite = /^[وف]?[بك]?ال.{2,}|^[وف]?لل.{2,}/u.test(text);
  const isAnd = /^و.{3,}/u.test(text);
  return { ...plain(text), isDefinite, isAnd };
}
