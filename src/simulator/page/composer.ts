import type { Actions } from "./actions.ts";
import { mountAttach } from "./attach.ts";
import { mountCompletion, type Completion } from "./completion.ts";
import { byId } from "./dom.ts";
import { mountInlineMode } from "./inline-mode.ts";
import { placeKey, samePlace } from "./place.ts";
import { mountReplyBar } from "./reply-bar.ts";
import type { ViewStore } from "./view.ts";

type TakeCommand = (command: string, how: "send" | "write") => void;

/** What a key does while the completion is open; false where the key is not for it. */
function completionKey(event: KeyboardEvent, completion: Completion, take: TakeCommand): boolean {
  const command = completion.chosen();
  if (command === undefined) return false;
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      completion.move(event.key === "ArrowDown" ? 1 : -1);
      return true;
    case "Enter":
      if (event.shiftKey) return false;
      take(command, "send");
      return true;
    case "Tab":
      take(command, "write");
      return true;
    case "Escape":
      completion.hide();
      return true;
    default:
      return false;
  }
}

/** Keeps what is half written in each chat, for each person. */
function keepDrafts(store: ViewStore, field: HTMLTextAreaElement, onSwitch: () => void): void {
  const drafts = new Map<string, string>();
  let open = "";
  store.follow(({ state, place }) => {
    const key = `${state.person.id} ${placeKey(place)}`;
    if (key === open) return;
    drafts.set(open, field.value);
    open = key;
    field.value = drafts.get(key) ?? "";
    onSwitch();
  });
}

function mountMenu(store: ViewStore, field: HTMLElement, completion: Completion): void {
  const menu = byId("menu", HTMLButtonElement);
  // The field keeps the focus, without which the list would close.
  menu.addEventListener("pointerdown", (event) => event.preventDefault());
  menu.addEventListener("click", () => {
    const wasOpen = completion.isOpen();
    field.focus();
    if (wasOpen) completion.hide();
    else completion.showAll(store.get().commands);
  });
}

/** The field to write in, with the menu and the completion of commands. */
export function mountComposer(store: ViewStore, actions: Actions): void {
  const field = byId("field", HTMLTextAreaElement);
  const completion = mountCompletion((command) => take(command, "send"));
  const inline = mountInlineMode(store, actions, field);

  function hide(): void {
    completion.hide();
    inline.hide();
  }

  async function send(work: (text: string) => Promise<boolean>, text: string): Promise<void> {
    const { place } = store.get();
    field.value = "";
    hide();
    const sent = await work(text);
    const stillHere = samePlace(store.get().place, place) && field.value === "";
    if (!sent && stillHere) field.value = text;
  }

  function take(command: string, how: "send" | "write"): void {
    field.focus();
    if (how === "send") return void send(actions.sendCommand, command);
    field.value = `${command} `;
    completion.hide();
  }

  function submit(): void {
    const text = field.value.trim();
    if (text !== "") void send(actions.send, text);
  }

  byId("composer", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    field.focus();
  });
  field.addEventListener("input", () => {
    if (inline.update(field.value)) completion.hide();
    else completion.update(field.value, store.get().commands);
  });
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (inline.key(event) || completionKey(event, completion, take)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && store.get().replyTo !== undefined) {
      actions.reply(undefined);
    }
  });
  mountAttach(actions, field);
  mountReplyBar(store, actions, field);
  mountMenu(store, field, completion);
  keepDrafts(store, field, hide);
}
