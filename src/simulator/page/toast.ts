import { byId, element } from "./dom.ts";

const shownMs = 4_000;

/**
 * A short line above everything, open dialogs too, which screen readers read out and which goes
 * by itself.
 */
export function toast(text: string): void {
  const toasts = byId("toasts", HTMLElement);
  const line = element("div", { class: "toast", dir: "auto" }, text);
  // Shown anew, so that it lies above a dialog that was opened since.
  if (toasts.matches(":popover-open")) toasts.hidePopover();
  toasts.showPopover();
  toasts.append(line);
  setTimeout(() => {
    line.remove();
    if (toasts.childElementCount === 0) toasts.hidePopover();
  }, shownMs);
}
