import type { TextLanguage } from "../../extraction/text/language.ts";

/** What an editor starts a story from. */
export interface Article {
  /** As the page gives it; a plain text has none. */
  readonly title?: string;
  /** Paragraphs with empty lines between them; never empty. */
  readonly text: string;
  /** Of most of its letters. */
  readonly language: TextLanguage;
}

/** What is known about an article beside its bytes. */
export interface ArticleHints {
  /** The HTTP header, or the type that Telegram gives a file: `text/html; charset=utf-8`. */
  readonly contentType?: string;
  /** Instead of the language of most letters. */
  readonly language?: TextLanguage;
}

/** Why there is no article, in words for the editor. */
export class ArticleError extends Error {}

/** Of an article's bytes, not compressed; the longest reports have a tenth of it. */
export const mostBytes = 5_000_000;
