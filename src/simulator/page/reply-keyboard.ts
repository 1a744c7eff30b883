import type { ReplyButtonView, ReplyKeyboardView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { openPicker } from "./chat-picker.ts";
import { firstStrong } from "./direction.ts";
import { byId, element } from "./dom.ts";
import { chatAt } from "./place.ts";
import { toast } from "./toast.ts";
import type { View, ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

function act(button: ReplyButtonView, store: ViewStore, actions: Actions): void {
  if (button.type === "text") void actions.send(button.text);
  else if (button.type === "chat") void openPicker(store, actions, button);
  else toast(viewWords(store.get()).unsupported);
}

function keyNode(button: ReplyButtonView, press: () => void): HTMLElement {
  const node = element("button", { type: "button", class: "reply-key", dir: "auto" }, button.text);
  node.dir = firstStrong(button.text) ?? "auto";
  node.addEventListener("click", press);
  return node;
}

function keyboardAt(view: View): ReplyKeyboardView | undefined {
  const chat = chatAt(view.state, view.place);
  return chat?.mayPost === true ? chat.replyKeyboard : undefined;
}

/** The bot's own buttons above the field, and the button that folds and unfolds them. */
export function mountReplyKeyboard(store: ViewStore, actions: Actions): void {
  const pane = byId("reply-keyboard", HTMLElement);
  const unfold = byId("unfold", HTMLButtonElement);
  let shown = "";
  let folded = false;

  function fold(to: boolean): void {
    folded = to;
    pane.hidden = to;
    unfold.setAttribute("aria-expanded", String(!to));
  }

  unfold.addEventListener("click", () => fold(!folded));
  store.follow((view) => {
    const keyboard = keyboardAt(view);
    const shows = JSON.stringify([view.place.chatId, keyboard ?? null]);
    if (shows === shown) return;
    shown = shows;
    unfold.hidden = keyboard === undefined;
    fold(keyboard?.folded ?? true);
    const rows = (keyboard?.rows ?? []).map((row) => {
      const keys = row.map((button) => keyNode(button, () => act(button, store, actions)));
      return element("div", { class: "keys" }, ...keys);
    });
    pane.replaceChildren(...rows);
  });
}
