import { byId } from "./dom.ts";
import type { Standing } from "./message.ts";
import type { ViewStore } from "./view.ts";
import { viewLanguage } from "./view.ts";
import { countWords } from "./words.ts";

const nearEndPx = 80;
const calm = matchMedia("(prefers-reduced-motion: reduce)");

interface Scroll {
  readonly toEnd: () => void;
  /** Follows new messages, or counts them in the pill where the reader has scrolled up. */
  readonly arrived: (fresh: readonly Standing[]) => void;
  readonly behavior: () => ScrollBehavior;
}

/** Keeps the newest message in sight, unless the reader has scrolled up to read. */
export function mountScroll(store: ViewStore): Scroll {
  const pane = byId("log-pane", HTMLElement);
  const pill = byId("pill", HTMLButtonElement);
  const pillText = byId("pill-text", HTMLElement);
  let atEnd = true;
  let missed = 0;

  const draw = () => {
    pill.hidden = atEnd;
    pillText.textContent =
      missed === 0 ? "" : countWords(viewLanguage(store.get()), "newMessages", missed);
  };
  const toEnd = () => {
    pane.scrollTop = pane.scrollHeight;
    atEnd = true;
    missed = 0;
    draw();
  };
  pane.addEventListener("scroll", () => {
    atEnd = pane.scrollHeight - pane.scrollTop - pane.clientHeight < nearEndPx;
    if (atEnd) missed = 0;
    draw();
  });
  const stay = () => {
    if (atEnd) pane.scrollTop = pane.scrollHeight;
  };
  new ResizeObserver(stay).observe(pane);
  pane.addEventListener("load", stay, { capture: true });
  pill.addEventListener("click", toEnd);

  return {
    toEnd,
    arrived(fresh) {
      if (fresh.length === 0) return;
      if (atEnd || fresh.some(({ own }) => own)) return toEnd();
      missed += fresh.length;
      draw();
    },
    behavior: () => (calm.matches ? "auto" : "smooth"),
  };
}
