import { openDialog } from "./dialogs.ts";
import { byId, element } from "./dom.ts";
import type { ViewStore } from "./view.ts";
import { viewLanguage } from "./view.ts";
import type { ProblemView } from "../control.ts";
import { countWords, wordsOf, type Words } from "./words.ts";

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
    const rows = problems.map((problem) => row(problem, wordsOf(viewLanguage(view))));
    list.replaceChildren(...rows);
    if (problems.length === 0) byId("problems-dialog", HTMLDialogElement).close();
  });
}

function row({ level, file, line, field, text, mend }: ProblemView, words: Words): HTMLElement {
  const place = line === undefined ? file : `${file}:${line}`;
  const mended = mend === undefined ? [] : [paragraph("problem-mend", mend)];
  return element(
    "li",
    { "data-level": level },
    element("span", { class: "problem-level" }, words[level]),
    element("bdi", { class: "problem-file", dir: "ltr" }, place),
    element("bdi", { class: "problem-field", dir: "ltr" }, field),
    paragraph("problem-text", text),
    ...mended,
  );
}

function paragraph(name: string, text: string): HTMLElement {
  return element("span", { class: name, dir: "auto" }, text);
}
