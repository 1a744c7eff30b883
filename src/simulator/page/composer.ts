import type { ChatView } from "../control.ts";
import type { Actions } from "./actions.ts";
import { mountCompletion, type Completion } from "./completion.ts";
import { byId } from "./dom.ts";
import { chatAt, messagesAt, placeKey } from "./place.ts";
import { mountReplyBar } from "./reply-bar.ts";
import type { View, ViewStore } from "./view.ts";
import { viewWords } from "./view.ts";

function reasonNotToPost(view: View, chat: ChatView | undefined): string {
  const words = viewWords(view);
  if (chat === undefined || chat.status === "left" || chat.status === "kicked") return words.left;
  return chat.kind === "channel" ? words.readOnly : words.restricted;
}

type Mode = "write" | "start" | "closed";

function modeOf(view: View, chat: ChatView | undefined): Mode {
  const fresh = chat?.kind === "private" && messagesAt(view.state, view.place).length === 0;
  if (fresh) return "start";
  return chat?.mayPost === true ? "write" : "closed";
}

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

type TakeCommand = (command: string, how: "send" | "write") => void;

/** The field to write in, its menu of commands, and what stands there when one may not write. */
export function mountComposer(store: ViewStore, actions: Actions): void {
  const field = byId("field", HTMLTextAreaElement);
  const form = byId("composer", HTMLFormElement);
  const menu = byId("menu", HTMLButtonElement);
  const startButton = byId("start", HTMLButtonElement);
  const reason = byId("reason", HTMLElement);
  const completion = mountCompletion((command) => take(command, "send"));
  const drafts = new Map<string, string>();
  let open = "";
  mountReplyBar(store, actions, field);

  function clear(): void {
    field.value = "";
    completion.hide();
  }

  async function send(work: (text: string) => Promise<boolean>, text: string): Promise<void> {
    clear();
    if (!(await work(text)) && field.value === "") field.value = text;
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

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
    field.focus();
  });
  field.addEventListener("input", () => completion.update(field.value, store.get().commands));
  field.addEventListener("blur", () => completion.hide());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (completionKey(event, completion, take)) return event.preventDefault();
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && store.get().replyTo !== undefined) {
      actions.reply(undefined);
    }
  });
  menu.addEventListener("pointerdown", (event) => event.preventDefault());
  menu.addEventListener("click", () => {
    const wasOpen = completion.isOpen();
    field.focus();
    if (wasOpen) completion.hide();
    else completion.showAll(store.get().commands);
  });
  startButton.addEventListener("click", () => void actions.start());

  store.follow((view) => {
    const chat = chatAt(view.state, view.place);
    const mode = modeOf(view, chat);
    const words = viewWords(view);
    form.hidden = mode !== "write";
    startButton.hidden = mode !== "start";
    reason.hidden = mode !== "closed";
    reason.textContent = mode === "closed" ? reasonNotToPost(view, chat) : "";
    menu.hidden = view.commands.length === 0;
    field.placeholder = chat?.kind === "channel" ? words.post : words.message;
    field.setAttribute("aria-label", field.placeholder);

    const key = `${view.state.person.id} ${placeKey(view.place)}`;
    if (key === open) return;
    drafts.set(open, field.value);
    open = key;
    field.value = drafts.get(key) ?? "";
    completion.hide();
  });
}
