import { createActions } from "./actions.ts";
import { mountChatList } from "./chat-list.ts";
import { mountClock } from "./clock.ts";
import { mountComposer } from "./composer.ts";
import { mountDialogs } from "./dialogs.ts";
import { mountHeader } from "./header.ts";
import { mountLabels } from "./labels.ts";
import { mountLog } from "./log.ts";
import { followCommands } from "./menu-commands.ts";
import { mountPeople } from "./people.ts";
import { fromHash, placeOrFirst, toHash } from "./place.ts";
import { mountPosting } from "./posting.ts";
import { mountProblems } from "./problems.ts";
import { mountReplyKeyboard } from "./reply-keyboard.ts";
import { createSession, type Session } from "./session.ts";
import { applyTheme, mountTheme } from "./theme.ts";
import type { ViewStore } from "./view.ts";

/** The browser's back and forward buttons lead through chats and people. */
function followHistory(store: ViewStore, session: Session): void {
  addEventListener("popstate", () => {
    const { person, place } = fromHash(location.hash);
    const { state } = store.get();
    if (person !== undefined && person !== state.person.id) return session.become(person, place);
    const screen = place === undefined ? "list" : "chat";
    store.change({ screen, ...(place && { place: placeOrFirst(state, place) }) });
  });
}

function mount(store: ViewStore, session: Session): void {
  const actions = createActions(store);
  mountLabels(store);
  mountDialogs();
  mountTheme(store);
  mountProblems(store);
  mountChatList(store, actions);
  mountHeader(store, actions);
  mountLog(store, actions);
  mountComposer(store, actions);
  mountPosting(store, actions);
  mountReplyKeyboard(store, actions);
  mountClock(store, actions);
  mountPeople(store, (person) => {
    history.pushState(null, "", toHash(person));
    session.become(person);
  });
  session.onCommands(followCommands(store));
  followHistory(store, session);
  document.body.dataset["ready"] = "true";
}

applyTheme();
const session: Session = createSession((store) => mount(store, session));
