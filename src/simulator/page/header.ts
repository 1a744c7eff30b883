import type { Actions } from "./actions.ts";
import { avatar } from "./avatar.ts";
import { faceOf, titleOf } from "./chat-list.ts";
import { firstStrong } from "./direction.ts";
import { byId } from "./dom.ts";
import { chatAt } from "./place.ts";
import type { View, ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

function kindOf(view: View): string {
  const words = viewWords(view);
  const chat = chatAt(view.state, view.place);
  if (chat === undefined) return "";
  if (view.place.threadId !== undefined) return chat.title;
  if (chat.isForum === true) return `${words.forum} · ${words.general}`;
  const kinds = {
    private: `${words.bot} · @${view.state.bot.username}`,
    group: words.group,
    supergroup: words.group,
    channel: words.channel,
  };
  return kinds[chat.kind];
}

function subtitleOf(view: View): string {
  const words = viewWords(view);
  if (view.link === "broken") return words.reconnecting;
  return view.typing.includes(view.place.chatId) ? words.typing : kindOf(view);
}

function setLine(node: HTMLElement, text: string): void {
  if (node.textContent === text) return;
  node.textContent = text;
  node.dir = firstStrong(text) ?? "auto";
}

/** The head of the open chat: its name, what it is, whether the bot types or the line is down. */
export function mountHeader(store: ViewStore, actions: Actions): void {
  const title = byId("title", HTMLElement);
  const subtitle = byId("subtitle", HTMLElement);
  const picture = byId("chat-avatar", HTMLElement);
  byId("back", HTMLButtonElement).addEventListener("click", actions.showList);
  store.follow((view) => {
    document.body.dataset["screen"] = view.screen;
    document.body.dataset["link"] = view.link;
    setLine(title, titleOf(view, view.place));
    setLine(subtitle, subtitleOf(view));
    const chat = chatAt(view.state, view.place);
    picture.replaceChildren(avatar(faceOf(view, view.place), chat?.title ?? ""));
  });
}
