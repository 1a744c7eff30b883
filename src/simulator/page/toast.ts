import { byId, element } from "./dom.ts";

const shownMs = 4_000;

/** A short line above everything, read out by screen readers, which goes by itself. */
export function toast(text: string): void {
  const line = element("div", { class: "toast", dir: "auto" }, text);
  byId("toasts", HTMLElement).append(line);
  setTimeout(() => line.remove(), shownMs);
}
