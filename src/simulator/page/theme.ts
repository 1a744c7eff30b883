import { byId } from "./dom.ts";
import type { ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

const key = "theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

function isDark(): boolean {
  const chosen = document.documentElement.dataset["theme"];
  return chosen === undefined ? prefersDark.matches : chosen === "dark";
}

/** Shows the theme that the reader chose in this browser; until then the system's own. */
export function applyTheme(): void {
  const chosen = localStorage.getItem(key);
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset["theme"] = chosen;
}

/** The button that turns the theme over and remembers it. */
export function mountTheme(store: ViewStore): void {
  const button = byId("theme", HTMLButtonElement);
  const draw = () => {
    const words = viewWords(store.get());
    const label = isDark() ? words.toLight : words.toDark;
    button.setAttribute("aria-label", label);
    button.title = label;
    button.dataset["shows"] = isDark() ? "sun" : "moon";
  };
  button.addEventListener("click", () => {
    localStorage.setItem(key, isDark() ? "light" : "dark");
    applyTheme();
    draw();
  });
  prefersDark.addEventListener("change", draw);
  store.follow(draw);
}
