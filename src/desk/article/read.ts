import { languageOf, type TextLanguage } from "../../extraction/text/language.ts";
import { tokensOf } from "../../extraction/text/tokens.ts";
import { ArticleError, mostBytes, type Article, type ArticleHints } from "./article.ts";
import { decode } from "./decode.ts";
import { readHtml, type Page } from "./html.ts";

/** As much of a text as tells its language. */
const sample = 5000;

/**
 * The article in a file, an answer or a pasted text. HTML is known by its type, or by how it begins;
 * a plain text stays as it is.
 *
 * A hostile page may take seconds: see `readArticleApart`.
 *
 * @throws ArticleError where it is too large, too nested or has no text
 */
export function readArticle(given: Uint8Array | string, hints: ArticleHints = {}): Article {
  const size = typeof given === "string" ? Buffer.byteLength(given) : given.length;
  if (size > mostBytes) {
    throw new ArticleError(`${size} bytes: expected an article of at most ${mostBytes}`);
  }
  const whole = typeof given === "string" ? given : decode(given, hints.contentType);
  const { title, text } = isHtml(whole, hints.contentType) ? readHtml(whole) : plain(whole);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ArticleError("no text in it");
  return {
    ...(title !== undefined && { title }),
    text,
    language: hints.language ?? textLanguage(text),
  };
}

function isHtml(text: string, contentType = ""): boolean {
  const [type = ""] = contentType.toLowerCase().split(";", 1);
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type.trim())) return true;
  if (type.trim() === "text/plain") return false;
  return /^\ufeff?\s*<(?:!doctype|\?xml|!--|html|head|body|meta|title|script|article|section|main|table|div|p|h1)[\s>]/i.test(
    text.slice(0, 1000),
  );
}

function plain(text: string): Page {
  return { text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
}

function textLanguage(text: string): TextLanguage {
  return languageOf(tokensOf(text.slice(0, sample)));
}
