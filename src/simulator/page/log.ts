import type { Actions } from "./actions.ts";
import { dayKey, dayLabel } from "./dates.ts";
import { byId, element } from "./dom.ts";
import { messageNode, type Standing } from "./message.ts";
import { placeKey } from "./place.ts";
import { nodeOf, reconcile, type Item } from "./reconcile.ts";
import { mountScroll } from "./scroll.ts";
import { rowEnds, standings } from "./standing.ts";
import type { View, ViewStore } from "./view.ts";
import { viewLanguage, viewWords, worldNow } from "./view.ts";

function dayItem(view: View, unixMs: number): Item {
  const label = dayLabel(viewLanguage(view), unixMs, worldNow(view));
  return {
    key: `day ${dayKey(unixMs)}`,
    shows: label,
    build: () => element("div", { class: "day" }, element("span", {}, label)),
  };
}

function messageItem(view: View, actions: Actions, standing: Standing): Item {
  return {
    key: String(standing.message.messageId),
    shows: JSON.stringify([viewLanguage(view), standing]),
    build: () => messageNode({ view, actions }, standing),
  };
}

function emptyItem(view: View): Item {
  const words = viewWords(view);
  const isBot = view.place.chatId === view.state.person.id;
  const text = isBot ? words.emptyBot : words.noMessages;
  return {
    key: "empty",
    shows: text,
    build: () => element("div", { class: "service" }, element("span", {}, text)),
  };
}

function itemsOf(view: View, actions: Actions, all: readonly Standing[]): readonly Item[] {
  if (all.length === 0) return [emptyItem(view)];
  const items: Item[] = [];
  let day = "";
  for (const standing of all) {
    const unixMs = standing.message.date * 1000;
    if (dayKey(unixMs) !== day) items.push(dayItem(view, unixMs));
    day = dayKey(unixMs);
    items.push(messageItem(view, actions, standing));
  }
  return items;
}

/** Marks the ends of rows on the nodes, which need no redrawing for a message that follows them. */
function markRows(log: HTMLElement, all: readonly Standing[]): void {
  const ends = rowEnds(all);
  for (const { message } of all) {
    const node = nodeOf(log, String(message.messageId));
    node?.classList.toggle("last", ends.has(message.messageId));
  }
}

/** Which message, and what in it, has the focus, to give it back when an edit redraws it. */
function focusIn(log: HTMLElement): () => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !log.contains(active)) return () => {};
  const key = active.closest<HTMLElement>("[data-message]")?.dataset["message"] ?? "";
  const part = active.dataset["focus"] ?? "";
  return () => {
    if (active.isConnected) return;
    const node = nodeOf(log, key);
    const same = node?.querySelector<HTMLElement>(`[data-focus="${part}"]`);
    (same ?? node)?.focus({ preventScroll: true });
  };
}

function glow(node: HTMLElement | undefined): void {
  if (node === undefined) return;
  node.classList.remove("glow");
  requestAnimationFrame(() => node.classList.add("glow"));
}

/** The messages of the open place: drawn as they come, edited in place, followed at the end. */
export function mountLog(store: ViewStore, actions: Actions): void {
  const log = byId("log", HTMLElement);
  const scroll = mountScroll(store);
  let open = "";
  let before = new Map<number, string>();

  store.follow((view) => {
    const key = `${view.state.person.id} ${placeKey(view.place)}`;
    const all = standings(view.state, view.place);
    const switched = key !== open;
    open = key;
    log.setAttribute("aria-live", switched ? "off" : "polite");
    const refocus = focusIn(log);
    reconcile(log, itemsOf(view, actions, all));
    markRows(log, all);
    refocus();
    const now = new Map(all.map(({ message }) => [message.messageId, JSON.stringify(message)]));
    if (switched) scroll.toEnd();
    else {
      for (const [id, text] of now) {
        if (before.has(id) && before.get(id) !== text) glow(nodeOf(log, String(id)));
      }
      scroll.arrived(all.filter(({ message }) => !before.has(message.messageId)));
    }
    before = now;
  });

  log.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const original = target?.closest<HTMLElement>("[data-jump]")?.dataset["jump"];
    const node = original === undefined ? undefined : nodeOf(log, original);
    if (node === undefined) return;
    node.scrollIntoView({ block: "center", behavior: scroll.behavior() });
    node.focus({ preventScroll: true });
    glow(node);
  });
}
