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
 * @throws ArticleError where it is too large, too nested or no text
 */
export function readArticle(given: Uint8Array | string, hints: ArticleHints = {}): Article {
  const size = typeof given === "string" ? Buffer.byteLength(given) : given.length;
  if (size > mostBytes) {
    throw new ArticleError(`${size} bytes: expected an article of at most ${mostBytes}`);
  }
  const whole = typeof given === "string" ? given : decode(given, hints.contentType);
  if (isBinary(whole)) throw new ArticleError("binary data: expected text or HTML");
  const { title, text } = isHtml(whole, hints.contentType) ? readHtml(whole) : plain(whole);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ArticleError("no text in it");
  return {
    ...(title !== undefined && { title }),
    text,
    language: hints.language ?? textLanguage(text),
  };
}

/** In how many characters of a text one may be a control: a picture or an archive has many more. */
const textPerControl = 200;

/** Whether it is a picture, an archive or another program's file, whatever its name says. */
function isBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- controls are what it looks for
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0;
  return controls * textPerControl > Math.max(text.length, textPerControl);
}

/** Elements that a page, or a part of one that somebody saved, begins with. */
const firstTags =
  "html head body meta title link style script base article section main header footer nav aside div p span br hr h[1-6] a b i u em strong small font center blockquote pre ul ol li dl table thead tbody tr td th figure img form iframe noscript".replaceAll(
    " ",
    "|",
  );

const htmlBeginning = new RegExp(
  `^\\ufeff?\\s*<(?:!doctype\\s|\\?xml\\s|!--|(?:${firstTags})[\\s/>])`,
  "i",
);

function isHtml(text: string, contentType = ""): boolean {
  const [type = ""] = contentType.toLowerCase().split(";", 1);
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(type.trim())) return true;
  return type.trim() !== "text/plain" && htmlBeginning.test(text.slice(0, 1000));
}

function plain(text: string): Page {
  return { text: text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n") };
}

function textLanguage(text: string): TextLanguage {
  return languageOf(tokensOf(text.slice(0, sample)));
}
