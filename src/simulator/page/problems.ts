import { openDialog } from "./dialogs.ts";
import { byId, element } from "./dom.ts";
import type { ViewStore } from "./view.ts";
import { viewLanguage } from "./view.ts";
import { countWords } from "./words.ts";

/** The line above the page that tells of a content folder with problems, and their list. */
export function mountProblems(store: ViewStore): void {
  const banner = byId("problems", HTMLElement);
  const line = byId("problems-line", HTMLElement);
  const list = byId("problems-list", HTMLElement);
  byId("problems-open", HTMLButtonElement).addEventListener("click", () => {
    openDialog("problems-dialog");
  });
  store.follow((view) => {
    const { problems } = view.state;
    banner.hidden = problems.length === 0;
    line.textContent = countWords(viewLanguage(view), "problems", problems.length);
    const rows = problems.map(({ file, field, text }) =>
      element(
        "li",
        {},
        element("bdi", { class: "problem-file", dir: "ltr" }, file),
        element("bdi", { class: "problem-field", dir: "ltr" }, field),
        element("span", { class: "problem-text", dir: "auto" }, text),
      ),
    );
    list.replaceChildren(...rows);
    if (problems.length === 0) byId("problems-dialog", HTMLDialogElement).close();
  });
}
