import { languageOf, wordsOf } from "./words.ts";
import type { Words } from "./words.ts";
import type { ViewStore } from "./view.ts";

function word(words: Words, name: string | undefined): string {
  const text = Object.entries(words).find(([key]) => key === name)?.[1];
  if (text === undefined) throw new Error(`words.ts has no word ${String(name)}`);
  return text;
}

/** Puts the page's own words where index.html asks: `data-word` as text, `data-label` as label. */
export function mountLabels(store: ViewStore): void {
  let shown: string | undefined;
  store.follow(({ state }) => {
    const language = languageOf(state.person.languageCode);
    document.title = state.bot.firstName;
    if (shown === language) return;
    shown = language;
    const words = wordsOf(language);
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
    for (const node of document.querySelectorAll<HTMLElement>("[data-word]")) {
      node.textContent = word(words, node.dataset["word"]);
    }
    for (const node of document.querySelectorAll<HTMLElement>("[data-label]")) {
      const label = word(words, node.dataset["label"]);
      node.setAttribute("aria-label", label);
      if (node instanceof HTMLButtonElement) node.title = label;
    }
  });
}
