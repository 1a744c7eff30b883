import type { MenuCommand, State } from "../control.ts";
import type { Place } from "./place.ts";
import type { Store } from "./store.ts";
import type { Language, Words } from "./words.ts";
import { languageOf, wordsOf } from "./words.ts";

/** Everything that the page shows. */
export interface View {
  readonly state: State;
  readonly place: Place;
  /** Which of the two screens a narrow window shows. */
  readonly screen: "list" | "chat";
  readonly link: "open" | "broken";
  /** The world's clock less this machine's, in milliseconds. */
  readonly clockAhead: number;
  /** Messages that came while their place was not open, by place key. */
  readonly unread: Readonly<Record<string, number>>;
  /** Chats where the bot is typing. */
  readonly typing: readonly number[];
  /** The menu of commands in this chat. */
  readonly commands: readonly MenuCommand[];
  /** The message being replied to. */
  readonly replyTo: number | undefined;
}

export type ViewStore = Store<View>;

export function worldNow(view: View): number {
  return Date.now() + view.clockAhead;
}

export function viewLanguage(view: View): Language {
  return languageOf(view.state.person.languageCode);
}

export function viewWords(view: View): Words {
  return wordsOf(viewLanguage(view));
}
