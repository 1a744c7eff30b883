import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { ArticleError } from "./article.ts";
import { walk, type PageNode } from "./page-node.ts";
import { pageText } from "./page-text.ts";

/** News pages have a tenth of these; what is above would take longer than anyone waits. */
const mostTags = 30_000;
/** Each `<` and `&` may part a text in two. */
const mostParts = 100_000;
const deepest = 100;

/** Below this many letters, what was taken for the article may be a caption of it. */
const shortest = 140;

/** What is on a page: its main text, or what the page marks as it, or all where none stands out. */
export interface Page {
  readonly title?: string;
  /** May be empty. */
  readonly text: string;
}

/**
 * Finds the article on a page. Nothing on the page is run or fetched.
 *
 * @throws ArticleError where the page has more tags, or more of them inside each other, than any
 *   article's
 */
export function readHtml(html: string): Page {
  if (countOf(html, /<[a-z]/gi, mostTags) > mostTags) {
    throw new ArticleError(`more than ${mostTags} tags: paste the article's text instead`);
  }
  if (countOf(html, /[<&]/g, mostParts) > mostParts) {
    throw new ArticleError(`more than ${mostParts} < and &: paste the article's text instead`);
  }
  const document = documentOf(html);
  if (rootsOf(document).some(isTooDeep)) {
    throw new ArticleError(
      `more than ${deepest} tags inside each other: paste the article's text instead`,
    );
  }
  // Looked for first: Readability takes the page apart.
  const whole = wholeOf(document);
  const { title = "", content } = readable(document) ?? {};
  const main = content ? pageText(content) : "";
  const oneTitle = title.replace(/\s+/g, " ").trim();
  return {
    ...(oneTitle && { title: oneTitle }),
    text: main.length < shortest ? whole : main,
  };
}

type Document = ReturnType<typeof documentOf>;

/** What the page itself calls its article, which may be one line of urgent news; else all of it. */
function wholeOf(document: Document): string {
  for (const name of ["article", "main"]) {
    const [only, ...others] = document.querySelectorAll(name);
    const text = only !== undefined && others.length === 0 ? pageText(only) : "";
    if (text !== "") return text;
  }
  const texts = rootsOf(document).map(pageText);
  return texts.filter((text) => text !== "").join("\n\n");
}

const documentType = 10;

/** What is in a document. Its type knows nothing of what comes behind it: a walk would end there. */
function rootsOf(document: Document): readonly PageNode[] {
  return [...document.childNodes].filter(({ nodeType }) => nodeType !== documentType);
}

/** No content where no article stands out; nothing where the page has no root that would stay. */
function readable(document: Document) {
  const root: PageNode | null = document.documentElement;
  if (root?.localName !== "html" || root.firstChild === null) return undefined;
  // `document.title` finds it only inside a head.
  const own = document.querySelector("title")?.textContent;
  const article = articleIn(document);
  return { title: article?.title || own || "", content: article?.content };
}

function articleIn(document: Document) {
  try {
    return new Readability<PageNode>(document, {
      charThreshold: shortest,
      disableJSONLD: true,
      serializer: (node) => node,
    }).parse();
  } catch (error) {
    // On pages with a cell outside a table, or no body, it looks for parents that are not there.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Pages that begin in the middle, as a saved part of one does, get what goes around it. */
function documentOf(html: string) {
  const isWhole = /<(?:html|body)[\s>]/i.test(html);
  return parseHTML(isWhole ? html : `<html><body>${html}</body></html>`).document;
}

/** How many there are; it stops counting above `most`. */
function countOf(text: string, pattern: RegExp, most: number): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) {
    count += 1;
    if (count > most) break;
  }
  return count;
}

function isTooDeep(root: PageNode): boolean {
  for (const { depth } of walk(root)) if (depth > deepest) return true;
  return false;
}
