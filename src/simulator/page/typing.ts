import type { ViewStore } from "./view.ts";

/** As long as Telegram shows an action that is not repeated. */
const shownMs = 5_000;

const timers = new Map<number, ReturnType<typeof setTimeout>>();

function stop(store: ViewStore, chatId: number): void {
  clearTimeout(timers.get(chatId));
  timers.delete(chatId);
  store.change({ typing: store.get().typing.filter((id) => id !== chatId) });
}

/** Shows that the bot types in a chat, until it writes or for five seconds. */
export function startTyping(store: ViewStore, chatId: number): void {
  stop(store, chatId);
  timers.set(
    chatId,
    setTimeout(() => stop(store, chatId), shownMs),
  );
  store.change({ typing: [...store.get().typing, chatId] });
}

export function stopTyping(store: ViewStore, chatId: number): void {
  if (timers.has(chatId)) stop(store, chatId);
}
