import type { ControlEvent, MessageView, State } from "../control.ts";
import { inlineAnswers, pressAnswers } from "./answers.ts";
import { connect, type Connection } from "./events.ts";
import { fromHash, placeKey, placeOf, placeOrFirst, samePlace, type Place } from "./place.ts";
import { applyEvent } from "./state.ts";
import { createStore } from "./store.ts";
import { startTyping, stopTyping } from "./typing.ts";
import type { View, ViewStore } from "./view.ts";

export interface Session {
  /** Becomes another person: another stream, another list of chats. */
  readonly become: (person: number, place?: Place) => void;
  readonly onCommands: (listener: () => void) => void;
}

function firstView(state: State, wish: Place | undefined): View {
  return {
    state,
    place: placeOrFirst(state, wish),
    screen: wish === undefined ? "list" : "chat",
    link: "open",
    clockAhead: state.now - Date.now(),
    unread: {},
    typing: [],
    commands: [],
    replyTo: undefined,
  };
}

/** A message that the reader does not see arrive is counted. */
function countUnread(view: View, message: MessageView): View["unread"] {
  const place = placeOf(view.state, message);
  const own = message.from.id === view.state.person.id;
  const seen = samePlace(place, view.place);
  if (own || seen) return view.unread;
  const key = placeKey(place);
  return { ...view.unread, [key]: (view.unread[key] ?? 0) + 1 };
}

function takeEvent(store: ViewStore, event: ControlEvent): void {
  const view = store.get();
  const state = applyEvent(view.state, event);
  switch (event.type) {
    case "message":
      stopTyping(store, event.message.chatId);
      return store.change({ state, unread: countUnread(view, event.message) });
    case "clock":
      return store.change({ state, clockAhead: event.now - Date.now() });
    case "answer":
      return pressAnswers.arrived(event.callbackId, event);
    case "inline":
      return inlineAnswers.arrived(event.queryId, event.answer);
    case "typing":
      return startTyping(store, event.chatId);
    case "edited":
    case "deleted":
    case "keyboard":
    case "problems":
      return store.change({ state });
    case "commands":
    case "chats":
      return undefined;
  }
}

/**
 * Keeps the store the truth about one person at a time. `onReady` is called once, when the first
 * state is there.
 */
export function createSession(onReady: (store: ViewStore) => void): Session {
  let store: ViewStore | undefined;
  let connection: Connection | undefined;
  let onCommands: (() => void) | undefined;

  function takeState(state: State, wish: Place | undefined): void {
    if (store === undefined) {
      store = createStore(firstView(state, wish));
      return onReady(store);
    }
    const view = store.get();
    const samePerson = view.state.person.id === state.person.id;
    const place = placeOrFirst(state, samePerson ? view.place : (wish ?? view.place));
    const fresh = samePerson ? {} : { unread: {}, typing: [], replyTo: undefined };
    const clockAhead = state.now - Date.now();
    store.change({ state, place, link: "open", clockAhead, ...fresh });
    onCommands?.();
  }

  function become(person: number | undefined, wish?: Place): void {
    connection?.close();
    connection = connect(person, {
      onState: (state) => takeState(state, wish),
      onEvent(event) {
        if (event.type === "chats") connection?.reload();
        if (event.type === "commands") onCommands?.();
        if (store !== undefined) takeEvent(store, event);
      },
      onBroken: () => store?.change({ link: "broken" }),
    });
  }

  const { person, place } = fromHash(location.hash);
  become(person, place);
  return {
    become,
    onCommands(listener) {
      onCommands = listener;
    },
  };
}
