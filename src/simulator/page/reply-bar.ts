import type { Actions } from "./actions.ts";
import { byId } from "./dom.ts";
import { firstStrong } from "./direction.ts";
import { messagesAt } from "./place.ts";
import { snippetOf } from "./snippet.ts";
import type { ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

/** The line above the field that shows which message is being answered. */
export function mountReplyBar(store: ViewStore, actions: Actions, field: HTMLElement): void {
  const bar = byId("reply-bar", HTMLElement);
  const name = byId("reply-name", HTMLElement);
  const text = byId("reply-text", HTMLElement);
  let shown: number | undefined;
  byId("reply-cancel", HTMLButtonElement).addEventListener("click", () => {
    actions.reply(undefined);
    field.focus();
  });
  store.follow((view) => {
    const original = messagesAt(view.state, view.place).find(
      ({ messageId }) => messageId === view.replyTo,
    );
    bar.hidden = original === undefined;
    if (original !== undefined) {
      name.textContent = original.from.name;
      text.textContent = snippetOf(original, viewWords(view));
      text.dir = firstStrong(text.textContent) ?? "auto";
      if (shown !== view.replyTo) field.focus();
    }
    shown = view.replyTo;
  });
}
