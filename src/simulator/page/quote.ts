import { element, icon } from "./dom.ts";
import type { Words } from "./words.ts";

/** Notices when a folded quote has nothing to unfold, at whatever width the window has. */
const fit = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (!(target instanceof HTMLElement) || target.dataset["open"] === "true") continue;
    // Tall letters reach over their own line; a line that is hidden is more than half of one.
    const halfLine = parseFloat(getComputedStyle(target).lineHeight) / 2;
    target.dataset["fits"] = String(target.scrollHeight < target.clientHeight + halfLine);
  }
});

/** A quote that shows three lines until it is pressed. */
export function foldable(quote: HTMLElement, words: Words): HTMLElement {
  const body = element("div", { class: "folded" }, ...quote.childNodes);
  const button = element("button", { type: "button", class: "unfold" }, icon("chevron"));
  const set = (open: boolean) => {
    body.dataset["open"] = String(open);
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", open ? words.collapse : words.expand);
  };
  set(false);
  quote.classList.add("expandable");
  quote.append(body, button);
  quote.addEventListener("click", (event) => {
    const onLink = event.target instanceof Element && event.target.closest("a, .spoiler");
    const selecting = getSelection()?.isCollapsed === false;
    if (onLink === null && !selecting) set(body.dataset["open"] !== "true");
  });
  body.addEventListener("focusin", () => set(true));
  fit.observe(body);
  return quote;
}
