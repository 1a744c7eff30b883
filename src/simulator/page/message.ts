import type { MessageView } from "../control.ts";
import { avatar, hueOf } from "./avatar.ts";
import { fullLabel, timeLabel } from "./dates.ts";
import { element, icon } from "./dom.ts";
import { keyboardNode } from "./keyboard.ts";
import { mediaNode } from "./media.ts";
import type { TextContext } from "./rich-text.ts";
import { richText } from "./rich-text.ts";
import { lineNode, snippetOf } from "./snippet.ts";
import type { Words } from "./words.ts";
import { viewLanguage, viewWords } from "./view.ts";

/** A message and how it stands among its neighbours. */
export interface Standing {
  readonly message: MessageView;
  readonly own: boolean;
  /** Whether its author is named: the first of a row, where several people write. */
  readonly named: boolean;
  readonly inGroup: boolean;
  readonly mayReply: boolean;
  /** The original, "gone" where it was deleted, undefined where this is no reply. */
  readonly original: MessageView | "gone" | undefined;
}

function metaNode(context: TextContext, message: MessageView): HTMLElement {
  const words = viewWords(context.view);
  const unixMs = message.date * 1000;
  const full = fullLabel(viewLanguage(context.view), unixMs);
  const time = element("time", { datetime: new Date(unixMs).toISOString(), title: full });
  time.textContent = timeLabel(unixMs);
  const node = element("div", { class: "meta" });
  if (message.silent === true) {
    const mark = element(
      "span",
      { class: "silent", role: "img", title: words.silent },
      icon("mute"),
    );
    mark.setAttribute("aria-label", words.silent);
    node.append(mark);
  }
  if (message.editDate !== undefined) {
    node.append(element("span", { class: "edited" }, words.edited));
  }
  node.append(time);
  return node;
}

function originalNode(original: MessageView | "gone", words: Words): HTMLElement {
  if (original === "gone") {
    return element("div", { class: "original" }, lineNode("original-text", words.deletedMessage));
  }
  const button = element(
    "button",
    { type: "button", class: "original", "data-hue": hueOf(original.from.id) },
    lineNode("original-name", original.from.name),
    lineNode("original-text", snippetOf(original, words)),
  );
  button.dataset["jump"] = String(original.messageId);
  return button;
}

/** Lets the time share the last line, where that line runs towards the corner it stands in. */
function leaveRoom(text: HTMLElement, meta: HTMLElement): boolean {
  const line = text.lastElementChild;
  if (!(line instanceof HTMLParagraphElement)) return false;
  if ((line.dir || document.documentElement.dir) !== document.documentElement.dir) return false;
  const icons = meta.querySelector(".silent") === null ? "" : "— ";
  const words = [...meta.children].map((part) => part.textContent).join(" ");
  line.append(element("span", { class: "room", "data-meta": icons + words }));
  return true;
}

function bubbleNode(context: TextContext, standing: Standing): HTMLElement {
  const { message, named, original } = standing;
  const words = viewWords(context.view);
  const bubble = element("div", { class: "bubble" });
  if (named) {
    const author = lineNode("author", message.from.name);
    author.dataset["hue"] = hueOf(message.from.id);
    bubble.append(author);
  }
  if (message.viaBot !== undefined) {
    const bot = element("bdi", { dir: "ltr" }, `@${message.viaBot}`);
    bubble.append(element("div", { class: "via" }, `${words.via} `, bot));
  }
  if (message.forwardedFrom !== undefined) {
    const { forwarded } = words;
    const from = element("bdi", {}, message.forwardedFrom);
    bubble.append(element("div", { class: "forwarded" }, `${forwarded} `, from));
  }
  if (original !== undefined) bubble.append(originalNode(original, words));
  if (message.media !== undefined) {
    bubble.append(mediaNode(message.media, message.text, words));
    bubble.dataset["media"] = message.media.type;
  }
  const meta = metaNode(context, message);
  if (message.text !== "") {
    const text = richText(context, message.text, message.entities);
    bubble.append(text);
    bubble.classList.toggle("tucked", leaveRoom(text, meta));
  }
  bubble.append(meta);
  return bubble;
}

function sideButton(context: TextContext, name: "reply" | "forward", act: () => void): HTMLElement {
  const label = viewWords(context.view)[name];
  const look = { type: "button", class: `beside ${name}`, title: label };
  const button = element("button", look, icon(name));
  button.setAttribute("aria-label", label);
  button.dataset["focus"] = name;
  button.addEventListener("click", act);
  return button;
}

/** One message of the chat: bubble, buttons under it, the author's picture in groups. */
export function messageNode(context: TextContext, standing: Standing): HTMLElement {
  const { message, own, inGroup, mayReply } = standing;
  const id = { "data-message": String(message.messageId) };
  if (message.service === true) {
    return element("div", { class: "service", ...id }, lineNode("service-text", message.text));
  }
  const stack = element("div", { class: "stack" }, bubbleNode(context, standing));
  if (message.keyboard !== undefined) stack.append(keyboardNode(context, message));
  const side = own ? "out" : "in";
  const node = element("article", { class: `message ${side}`, tabindex: "-1", ...id });
  if (inGroup && !own) node.append(avatar(message.from.id, message.from.name));
  node.append(stack);
  const { actions } = context;
  if (mayReply) {
    node.append(sideButton(context, "reply", () => actions.reply(message.messageId)));
  }
  node.append(sideButton(context, "forward", () => void actions.forward(message)));
  return node;
}
