import { walk, type PageNode } from "./page-node.ts";

const paragraphs = new Set(
  "address article blockquote center details dialog div dl fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu ol p pre section summary table ul".split(
    " ",
  ),
);

const lines = new Set("br caption dd dt li option tr".split(" "));

/**
 * What a reader does not see as text, or not as the article's: what was struck out, references to
 * notes (38<sup>1</sup> is not 381), and what stands around an article.
 */
const unread = new Set(
  "aside button canvas del footer head iframe nav noscript object s script select strike style sup svg template textarea title video".split(
    " ",
  ),
);

/**
 * The text of a part of a page as a reader sees it: white space is one space, a paragraph has empty
 * lines around it, a list's item and a table's row a line of their own; `pre` keeps its line ends.
 */
export function pageText(root: PageNode): string {
  const parts: string[] = [];
  let kept = 0;
  for (const { node, isEntered } of walk(root, unread)) {
    if (node.localName === "pre") kept += isEntered ? 1 : -1;
    if (node.nodeType === 3 && isEntered) parts.push(spaced(node.data ?? "", kept > 0));
    if (node.nodeType === 1) parts.push(gapOf(node.localName ?? "", isEntered));
  }
  return parts
    .join("")
    .replace(/ +/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function spaced(text: string, keepsLines: boolean): string {
  return keepsLines
    ? text.replace(/\r\n?/g, "\n").replace(/[^\S\n]+/g, plainSpace)
    : text.replace(/\s+/g, plainSpace);
}

/** A space that must not part lines stays: it holds the digits of a number together. */
function plainSpace(run: string): string {
  return run === "\u00a0" || run === "\u202f" ? run : " ";
}

function gapOf(name: string, isEntered: boolean): string {
  if (paragraphs.has(name)) return "\n\n";
  if (lines.has(name)) return isEntered ? "\n" : "";
  return (name === "td" || name === "th") && !isEntered ? " " : "";
}
