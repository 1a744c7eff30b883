import { loadCommands } from "./api.ts";
import type { ViewStore } from "./view.ts";

/** Keeps the menu of commands that of the open chat; call the result when the bot changed it. */
export function followCommands(store: ViewStore): () => void {
  let open = "";
  const load = async (person: number, chat: number) => {
    const commands = await loadCommands(person, chat).catch(() => []);
    const { state, place } = store.get();
    if (state.person.id === person && place.chatId === chat) store.change({ commands });
  };
  store.follow(({ state, place }) => {
    const key = `${state.person.id} ${place.chatId}`;
    if (key === open) return;
    open = key;
    void load(state.person.id, place.chatId);
  });
  return () => {
    const { state, place } = store.get();
    void load(state.person.id, place.chatId);
  };
}
