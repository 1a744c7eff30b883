import { byId } from "./dom.ts";

/** Opens a dialog of index.html; Escape, a press outside and its close buttons close it. */
export function openDialog(id: string): HTMLDialogElement {
  const dialog = byId(id, HTMLDialogElement);
  if (!dialog.open) dialog.showModal();
  return dialog;
}

export function mountDialogs(): void {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => {
      const closes = event.target instanceof Element && event.target.closest("[data-close]");
      if (event.target === dialog || closes) dialog.close();
    });
  }
}

/** The modal box of an answer that the bot marked as an alert. */
export function showAlert(text: string): void {
  byId("alert-text", HTMLElement).textContent = text;
  openDialog("alert");
}
