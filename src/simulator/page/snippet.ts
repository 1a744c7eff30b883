import type { MessageView } from "../control.ts";
import { firstStrong } from "./direction.ts";
import { element } from "./dom.ts";
import type { Words } from "./words.ts";

const longest = 140;

/** Lines as one, each after the first in its own direction: no number joins another language's. */
function inOneLine(text: string): string {
  const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const [first = "", ...more] = lines.filter((line) => line !== "");
  return [first, ...more.map((line) => `\u2068${line}\u2069`)].join(" ");
}

/** A message in one line, for the list of chats and above replies. Hidden text stays hidden. */
export function snippetOf(message: MessageView, words: Words): string {
  let { text } = message;
  for (const { type, offset, length } of message.entities) {
    if (type !== "spoiler") continue;
    text = text.slice(0, offset) + "▒".repeat(length) + text.slice(offset + length);
  }
  const line = inOneLine(text).slice(0, longest);
  const media = message.media && (message.media.type === "photo" ? words.photo : words.file);
  return [media, line].filter((part) => part !== undefined && part !== "").join(" · ");
}

/** One line that keeps its own direction and is cut where the room ends. */
export function lineNode(className: string, text: string): HTMLElement {
  return element("span", { class: className, dir: firstStrong(text) ?? "auto" }, text);
}
