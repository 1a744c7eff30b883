import type { FittingChat } from "../control.ts";
import type { Actions } from "./actions.ts";
import { avatar } from "./avatar.ts";
import { openDialog } from "./dialogs.ts";
import { firstStrong } from "./direction.ts";
import { byId, element } from "./dom.ts";
import { lineNode } from "./snippet.ts";
import type { ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";
import type { Words } from "./words.ts";

function kindOf({ kind, isForum }: FittingChat, words: Words): string {
  if (kind === "channel") return words.channel;
  return isForum === true ? words.forum : words.group;
}

function descriptionOf(chat: FittingChat, words: Words): string {
  const changes = { joins: words.botJoins, promoted: words.botPromoted };
  const kind = kindOf(chat, words);
  return chat.bot === undefined ? kind : `${kind} · ${changes[chat.bot]}`;
}

function rowNode(chat: FittingChat, words: Words, pick: () => void): HTMLElement {
  const button = element(
    "button",
    { type: "button", class: "picker-chat", "data-chat": String(chat.id), "data-close": true },
    avatar(chat.id, chat.title),
    lineNode("chat-name", chat.title),
    element("span", { class: "picker-about" }, descriptionOf(chat, words)),
  );
  button.addEventListener("click", pick);
  return element("li", {}, button);
}

/** Opens the choice of a chat to share, for a button of the reply keyboard that requests one. */
export async function openPicker(
  store: ViewStore,
  actions: Actions,
  button: { readonly text: string; readonly requestId: number },
): Promise<void> {
  const { text, requestId } = button;
  const chats = await actions.fitting(requestId);
  if (chats === undefined) return;
  const words = viewWords(store.get());
  const title = byId("picker-title", HTMLElement);
  title.textContent = text;
  title.dir = firstStrong(text) ?? "auto";
  byId("picker-none", HTMLElement).hidden = chats.length > 0;
  byId("picker-chats", HTMLElement).replaceChildren(
    ...chats.map((chat) => rowNode(chat, words, () => void actions.share(requestId, chat.id))),
  );
  openDialog("picker");
}
