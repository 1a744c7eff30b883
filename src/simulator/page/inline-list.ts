import type { InlineAnswerView, InlineResultView } from "../control.ts";
import { avatar } from "./avatar.ts";
import { byId, element } from "./dom.ts";
import { lineNode } from "./snippet.ts";

export interface InlineList {
  readonly show: (answer: InlineAnswerView) => void;
  /** Further results, below those that are there. */
  readonly add: (answer: InlineAnswerView) => void;
  readonly hide: () => void;
  readonly move: (by: 1 | -1) => void;
  /** The id of the result that Enter takes. */
  readonly chosen: () => string | undefined;
}

interface Taken {
  readonly onPick: (resultId: string) => void;
  readonly onButton: (startParameter: string) => void;
  /** The end of the list is seen. */
  readonly onEnd: () => void;
}

function pictureOf({ thumbnail, title }: InlineResultView, index: number): HTMLElement {
  if (thumbnail === undefined) return avatar(index, title);
  return element("img", { class: "result-picture", src: thumbnail, alt: "" });
}

function resultNode(result: InlineResultView, index: number): HTMLElement {
  return element(
    "div",
    { role: "option", id: `result-${index}`, class: "result", "data-result": result.id },
    pictureOf(result, index),
    element(
      "span",
      { class: "result-words" },
      lineNode("result-title", result.title),
      lineNode("result-text", result.description),
    ),
  );
}

/** How near its end the list is asked for more, in pixels. */
const nearEnd = 120;

/** The results of an inline query above the composer. The focus stays in the field. */
export function mountInlineList({ onPick, onButton, onEnd }: Taken): InlineList {
  const field = byId("field", HTMLTextAreaElement);
  const list = byId("results", HTMLElement);
  let results: readonly InlineResultView[] = [];
  let active = 0;

  function mark(): void {
    for (const option of list.querySelectorAll<HTMLElement>(".result")) {
      const isActive = option.id === `result-${active}`;
      option.setAttribute("aria-selected", String(isActive));
      if (isActive) option.scrollIntoView({ block: "nearest" });
    }
    if (results.length > 0) field.setAttribute("aria-activedescendant", `result-${active}`);
  }

  function hide(): void {
    results = [];
    list.hidden = true;
    list.replaceChildren();
    field.removeAttribute("aria-activedescendant");
  }

  function show({ results: found, button }: InlineAnswerView): void {
    results = found;
    active = 0;
    list.hidden = found.length === 0 && button === undefined;
    list.replaceChildren(...found.map(resultNode));
    if (button !== undefined) {
      const look = { type: "button", class: "result-button", "data-start": button.startParameter };
      list.prepend(element("button", look, element("bdi", {}, button.text)));
    }
    list.scrollTop = 0;
    mark();
  }

  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const id = target.closest<HTMLElement>(".result")?.dataset["result"];
    if (id !== undefined) return onPick(id);
    const start = target.closest<HTMLElement>(".result-button")?.dataset["start"];
    if (start !== undefined) onButton(start);
  });
  list.addEventListener("scroll", () => {
    if (list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd) onEnd();
  });

  return {
    show,
    hide,
    add({ results: more }) {
      list.append(...more.map((result, index) => resultNode(result, results.length + index)));
      results = [...results, ...more];
    },
    move(by) {
      if (results.length === 0) return;
      active = (active + by + results.length) % results.length;
      if (active === results.length - 1) onEnd();
      mark();
    },
    chosen: () => results[active]?.id,
  };
}
