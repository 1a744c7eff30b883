import type { Entity } from "../control.ts";
import type { Actions } from "./actions.ts";
import { momentLabel } from "./dates.ts";
import type { Direction } from "./direction.ts";
import { firstStrong } from "./direction.ts";
import { actAsButton, element } from "./dom.ts";
import type { Block, Inline } from "./entity-tree.ts";
import { readText } from "./entity-tree.ts";
import type { Link } from "./links.ts";
import { readLink, readMention } from "./links.ts";
import { foldable } from "./quote.ts";
import type { View } from "./view.ts";
import { viewLanguage, viewWords, worldNow } from "./view.ts";

/** What drawing a text needs to know, and what its links do. */
export interface TextContext {
  readonly view: View;
  readonly actions: Actions;
}

const simple: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "code",
};

function plainText(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => (piece.type === "text" ? piece.text : plainText(piece.children)))
    .join("");
}

function linkNode(link: Link, context: TextContext, children: readonly Node[]): HTMLElement {
  if (link.type === "dead") return element("span", { class: "tag" }, ...children);
  if (link.type === "web") {
    const web = { href: link.url, title: link.url, target: "_blank", rel: "noopener noreferrer" };
    return element("a", web, ...children);
  }
  const node = element("a", {}, ...children);
  actAsButton(node, () => context.actions.follow(link));
  return node;
}

function commandNode(context: TextContext, text: string): HTMLElement {
  const node = element("a", { class: "command" }, text);
  actAsButton(node, () => void context.actions.sendCommand(text));
  return node;
}

/** Pressing any hidden piece shows all of the message's, as a spoiler over two lines has two. */
function spoilerNode(context: TextContext, children: readonly Node[]): HTMLElement {
  const hidden = element("span", { class: "hidden", "aria-hidden": "true", inert: true });
  hidden.append(...children);
  const label = viewWords(context.view).spoiler;
  const node = element("span", { class: "spoiler", "aria-label": label }, hidden);
  actAsButton(node, () => {
    const all = node.closest(".text")?.querySelectorAll<HTMLElement>(".spoiler") ?? [node];
    for (const spoiler of all) {
      spoiler.replaceWith(element("span", { class: "revealed" }, ...shownOf(spoiler)));
    }
  });
  return node;
}

function shownOf(spoiler: HTMLElement): ChildNode[] {
  return [...(spoiler.querySelector(".hidden")?.childNodes ?? [])];
}

function momentNode(context: TextContext, entity: Entity, children: readonly Node[]): Node {
  const unixMs = (entity.unix_time ?? 0) * 1000;
  const format = entity.date_time_format ?? "";
  const node = element("time", { datetime: new Date(unixMs).toISOString() }, ...children);
  if (format === "") return node;
  const language = viewLanguage(context.view);
  node.textContent = momentLabel(language, { unixMs, format }, worldNow(context.view));
  return node;
}

function entityNode(context: TextContext, entity: Entity, pieces: readonly Inline[]): Node {
  const tag = simple[entity.type];
  const children = pieces.map((piece) => inlineNode(context, piece));
  if (tag !== undefined) return element(tag, {}, ...children);
  const text = plainText(pieces);
  const { state } = context.view;
  switch (entity.type) {
    case "spoiler":
      return spoilerNode(context, children);
    case "text_link":
      return linkNode(readLink(state, entity.url ?? ""), context, children);
    case "url":
      return linkNode(readLink(state, text), context, children);
    case "email":
      return linkNode(readLink(state, `mailto:${text}`), context, children);
    case "mention":
      return linkNode(readMention(state, text), context, children);
    case "bot_command":
      return commandNode(context, text);
    case "date_time":
      return momentNode(context, entity, children);
    default:
      return element("span", { class: `tag ${entity.type}` }, ...children);
  }
}

function inlineNode(context: TextContext, piece: Inline): Node {
  return piece.type === "text"
    ? document.createTextNode(piece.text)
    : entityNode(context, piece.entity, piece.children);
}

function blockNode(context: TextContext, block: Block, base: Direction | undefined): HTMLElement {
  if (block.type === "pre") {
    const code = element("code", {}, block.text);
    return element("pre", { "data-language": block.language, tabindex: "0" }, code);
  }
  if (block.type === "paragraph") {
    const children = block.children.map((piece) => inlineNode(context, piece));
    const content = children.length === 0 ? [element("br")] : children;
    return element("p", { class: "line", dir: firstStrong(block.text) ?? base }, ...content);
  }
  const quote = element("blockquote", { dir: base }, ...blockNodes(context, block.children, base));
  return block.expandable ? foldable(quote, viewWords(context.view)) : quote;
}

function blockText(block: Block): string {
  return block.type === "quote" ? block.children.map(blockText).join("\n") : block.text;
}

/** A line without a letter goes the way of the line before it. */
function blockNodes(
  context: TextContext,
  blocks: readonly Block[],
  base: Direction | undefined,
): HTMLElement[] {
  let way = base;
  return blocks.map((block) => {
    way = firstStrong(blockText(block)) ?? way;
    return blockNode(context, block, way);
  });
}

/** A text as nodes: each line in its own direction, entities as elements, letters as text only. */
export function richText(
  context: TextContext,
  text: string,
  entities: readonly Entity[],
): HTMLElement {
  const blocks = blockNodes(context, readText(text, entities), firstStrong(text));
  return element("div", { class: "text" }, ...blocks);
}
