import type { ChatView, MessageView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { avatar } from "./avatar.ts";
import { dayKey, dayLabel, timeLabel } from "./dates.ts";
import { firstStrong } from "./direction.ts";
import { byId, element, icon } from "./dom.ts";
import {
  chatAt,
  messagesAt,
  placeKey,
  placesOf,
  samePlace,
  topicsOf,
  type Place,
} from "./place.ts";
import { nodeOf, reconcile, type Item } from "./reconcile.ts";
import { lineNode, snippetOf } from "./snippet.ts";
import type { View, ViewStore } from "./view.ts";
import { viewLanguage, viewWords, worldNow } from "./view.ts";

interface Row {
  readonly title: string;
  /** The id that picks the picture's colour. */
  readonly hue: number;
  readonly author: string;
  readonly snippet: string;
  readonly time: string;
  readonly unread: number;
  readonly open: boolean;
  readonly isTopic: boolean;
  readonly mark: ChatView["kind"] | "topic" | "closed" | "forum";
}

/** The name of a place: the chat's title, or the topic's name. */
export function titleOf(view: View, place: Place): string {
  const chat = chatAt(view.state, place);
  if (chat === undefined) return "";
  if (place.threadId === undefined) return chat.title;
  return topicsOf(chat).find(({ threadId }) => threadId === place.threadId)?.name ?? chat.title;
}

/** Whose colour a place has: the bot's own for the private chat with it. */
export function faceOf(view: View, { chatId }: Place): number {
  return chatId === view.state.person.id ? view.state.bot.id : chatId;
}

function markOf(chat: ChatView | undefined, place: Place): Row["mark"] {
  const { threadId } = place;
  if (threadId !== undefined) {
    const topic = chat && topicsOf(chat).find((topic) => topic.threadId === threadId);
    return topic?.closed === true ? "closed" : "topic";
  }
  return chat?.isForum === true ? "forum" : (chat?.kind ?? "private");
}

/** The author of the newest message, where several people write. */
function authorOf(chat: ChatView | undefined, newest: MessageView | undefined): string {
  const several = chat?.kind === "group" || chat?.kind === "supergroup";
  return several && newest !== undefined && newest.service !== true ? newest.from.name : "";
}

function whenOf(view: View, { date }: MessageView): string {
  const unixMs = date * 1000;
  const now = worldNow(view);
  const isToday = dayKey(unixMs) === dayKey(now);
  return isToday ? timeLabel(unixMs) : dayLabel(viewLanguage(view), unixMs, now);
}

function rowOf(view: View, place: Place): Row {
  const chat = chatAt(view.state, place);
  const newest = messagesAt(view.state, place).at(-1);
  return {
    title: titleOf(view, place),
    hue: faceOf(view, place),
    author: authorOf(chat, newest),
    snippet: newest ? snippetOf(newest, viewWords(view)) : viewWords(view).noMessages,
    time: newest ? whenOf(view, newest) : "",
    unread: view.unread[placeKey(place)] ?? 0,
    open: samePlace(place, view.place),
    isTopic: place.threadId !== undefined,
    mark: markOf(chat, place),
  };
}

const markIcons: Partial<Record<Row["mark"], string>> = {
  channel: "channel",
  closed: "lock",
  forum: "forum",
  group: "group",
  supergroup: "group",
};

/** The author stands before the words whichever way these run; where they end, they are cut. */
function snippetNode({ author, snippet }: Row): HTMLElement {
  const line = element("span", { class: "chat-snippet" });
  if (author !== "") {
    line.append(element("span", { class: "chat-author" }, element("bdi", {}, author), ": "));
  }
  const dir = firstStrong(snippet) ?? "auto";
  line.append(element("bdi", { class: "chat-words", dir }, snippet));
  return line;
}

function rowNode(row: Row, place: Place, actions: Actions): HTMLElement {
  const button = element("button", { type: "button", class: "chat", tabindex: "-1" });
  button.dataset["place"] = placeKey(place);
  if (row.open) button.setAttribute("aria-current", "true");
  if (row.isTopic) button.append(element("span", { class: "hash", "aria-hidden": "true" }, "#"));
  else button.append(avatar(row.hue, row.title));
  const title = element("span", { class: "chat-title" });
  const mark = markIcons[row.mark];
  if (mark !== undefined) title.append(icon(mark));
  title.append(lineNode("chat-name", row.title));
  const badge = row.unread === 0 ? "" : String(row.unread);
  button.append(
    title,
    element("span", { class: "chat-time" }, row.time),
    snippetNode(row),
    element("span", { class: "badge" }, badge),
  );
  button.addEventListener("click", () => actions.goTo(place));
  return element("li", { class: row.isTopic ? "topic" : undefined }, button);
}

function step(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(index + 1, count - 1);
    case "ArrowUp":
      return Math.max(index - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** One stop of the Tab key; the arrow keys, Home and End move inside. */
function rove(list: HTMLElement): void {
  list.addEventListener("keydown", (event) => {
    const chats = [...list.querySelectorAll<HTMLElement>(".chat")];
    const index = chats.findIndex((chat) => chat === document.activeElement);
    const next = step(event.key, index, chats.length);
    if (index < 0 || next === undefined) return;
    event.preventDefault();
    chats[next]?.focus();
  });
}

/** The chats of the person, with the topics of forums under them. */
export function mountChatList(store: ViewStore, actions: Actions): void {
  const list = byId("chats", HTMLElement);
  rove(list);
  store.follow((view) => {
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement ? focused.dataset["place"] : undefined;
    const items = placesOf(view.state).map((place): Item => {
      const row = rowOf(view, place);
      const shows = JSON.stringify([viewLanguage(view), row]);
      return { key: placeKey(place), shows, build: () => rowNode(row, place, actions) };
    });
    reconcile(list, items);
    for (const chat of list.querySelectorAll<HTMLElement>(".chat")) {
      chat.tabIndex = chat.ariaCurrent === "true" ? 0 : -1;
    }
    if (key === undefined || focused?.isConnected === true) return;
    nodeOf(list, key)?.querySelector<HTMLElement>(".chat")?.focus();
  });
}
