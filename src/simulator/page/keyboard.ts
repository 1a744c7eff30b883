import type { ButtonView, MessageView } from "../control.ts";
import { firstStrong } from "./direction.ts";
import { element, icon } from "./dom.ts";
import { readLink } from "./links.ts";
import type { TextContext } from "./rich-text.ts";
import { toast } from "./toast.ts";
import { viewWords } from "./view.ts";

function labelNode(text: string): HTMLElement {
  return element("span", { class: "key-label", dir: firstStrong(text) }, text);
}

function callbackKey(context: TextContext, message: MessageView, button: ButtonView): HTMLElement {
  const node = element("button", { type: "button", class: "key" }, labelNode(button.text));
  node.addEventListener("click", () => {
    if (button.type !== "callback") return toast(viewWords(context.view).unsupported);
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    void context.actions
      .press(message, button.data)
      .finally(() => node.removeAttribute("aria-busy"));
  });
  return node;
}

function urlKey(context: TextContext, text: string, url: string): HTMLElement {
  const link = readLink(context.view.state, url);
  if (link.type === "web") {
    const web = { class: "key", href: link.url, target: "_blank", rel: "noopener noreferrer" };
    return element("a", { ...web, title: link.url }, labelNode(text), icon("out"));
  }
  const node = element("button", { type: "button", class: "key" }, labelNode(text));
  node.addEventListener("click", () => context.actions.follow(link));
  return node;
}

/** The buttons under a message. A pressed one spins until the bot answers. */
export function keyboardNode(context: TextContext, message: MessageView): HTMLElement {
  const rows = (message.keyboard ?? []).map((row, y) => {
    const keys = row.map((button, x) => {
      const key =
        button.type === "url"
          ? urlKey(context, button.text, button.url)
          : callbackKey(context, message, button);
      key.dataset["focus"] = `key ${y} ${x}`;
      return key;
    });
    return element("div", { class: "keys" }, ...keys);
  });
  return element("div", { class: "keyboard" }, ...rows);
}
