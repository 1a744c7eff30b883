import type { ChatView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { byId } from "./dom.ts";
import { chatAt, messagesAt, topicsOf } from "./place.ts";
import type { View, ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

type Mode = "write" | "start" | "closed";

function modeOf(view: View, chat: ChatView | undefined): Mode {
  const fresh = chat?.kind === "private" && messagesAt(view.state, view.place).length === 0;
  if (fresh) return "start";
  return chat?.mayPost === true && !isShut(view, chat) ? "write" : "closed";
}

/** Whether the open place is a closed topic, which only administrators write in. */
function isShut({ place }: View, chat: ChatView): boolean {
  const topic = topicsOf(chat).find(({ threadId }) => threadId === place.threadId);
  const runs = chat.status === "creator" || chat.status === "administrator";
  return topic?.closed === true && !runs;
}

function placeholderOf(view: View, chat: ChatView | undefined): string {
  const words = viewWords(view);
  if (chat?.kind === "channel") return words.post;
  return chat?.replyKeyboard?.placeholder ?? words.message;
}

function reasonNotToPost(view: View, chat: ChatView | undefined): string {
  const words = viewWords(view);
  if (chat === undefined || chat.status === "left" || chat.status === "kicked") return words.left;
  if (chat.mayPost) return words.closedTopic;
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
    form.hidden = mode !== "write";
    start.hidden = mode !== "start";
    reason.hidden = mode !== "closed";
    reason.textContent = mode === "closed" ? reasonNotToPost(view, chat) : "";
    menu.hidden = view.commands.length === 0;
    field.placeholder = placeholderOf(view, chat);
    field.setAttribute("aria-label", field.placeholder);
  });
}
