import type { ChatView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { byId } from "./dom.ts";
import { chatAt, messagesAt } from "./place.ts";
import type { View, ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

type Mode = "write" | "start" | "closed";

function modeOf(view: View, chat: ChatView | undefined): Mode {
  const fresh = chat?.kind === "private" && messagesAt(view.state, view.place).length === 0;
  if (fresh) return "start";
  return chat?.mayPost === true ? "write" : "closed";
}

function reasonNotToPost(view: View, chat: ChatView | undefined): string {
  const words = viewWords(view);
  if (chat === undefined || chat.status === "left" || chat.status === "kicked") return words.left;
  return chat.kind === "channel" ? words.readOnly : words.restricted;
}

/** What stands below the messages: the field, the start button, or why one may not write. */
export function mountPosting(store: ViewStore, actions: Actions): void {
  const form = byId("composer", HTMLFormElement);
  const field = byId("field", HTMLTextAreaElement);
  const menu = byId("menu", HTMLButtonElement);
  const start = byId("start", HTMLButtonElement);
  const reason = byId("reason", HTMLElement);
  start.addEventListener("click", () => void actions.start());
  store.follow((view) => {
    const chat = chatAt(view.state, view.place);
    const mode = modeOf(view, chat);
    const words = viewWords(view);
    form.hidden = mode !== "write";
    start.hidden = mode !== "start";
    reason.hidden = mode !== "closed";
    reason.textContent = mode === "closed" ? reasonNotToPost(view, chat) : "";
    menu.hidden = view.commands.length === 0;
    field.placeholder = chat?.kind === "channel" ? words.post : words.message;
    field.setAttribute("aria-label", field.placeholder);
  });
}
