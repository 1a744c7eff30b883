import type { ChatView, MessageView, State } from "../control.ts";
import { dayKey } from "./dates.ts";
import type { Standing } from "./message.ts";
import { chatAt, messagesAt, type Place } from "./place.ts";

const rowGapSeconds = 600;

/** Whether two neighbours look like one row: same author, same day, soon after each other. */
function joined(a: MessageView | undefined, b: MessageView | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.service === true || b.service === true) return false;
  return (
    a.from.id === b.from.id &&
    b.date - a.date < rowGapSeconds &&
    dayKey(a.date * 1000) === dayKey(b.date * 1000)
  );
}

function severalWrite(chat: ChatView | undefined): boolean {
  return chat?.kind === "group" || chat?.kind === "supergroup";
}

/** The ids of the messages that end their author's row: these have the tail and the picture. */
export function rowEnds(all: readonly Standing[]): ReadonlySet<number> {
  const ends = all.filter(({ message }, index) => !joined(message, all[index + 1]?.message));
  return new Set(ends.map(({ message }) => message.messageId));
}

/** The messages of a place, oldest first, each with how it stands among its neighbours. */
export function standings(state: State, place: Place): readonly Standing[] {
  const chat = chatAt(state, place);
  const inGroup = severalWrite(chat);
  const messages = messagesAt(state, place);
  const everything = state.messages[place.chatId] ?? [];
  return messages.map((message, index) => {
    const own = message.from.id === state.person.id;
    const { replyTo } = message;
    const original = everything.find(({ messageId }) => messageId === replyTo);
    return {
      message,
      own,
      inGroup,
      named: inGroup && !own && !joined(messages[index - 1], message),
      mayReply: chat?.mayPost === true,
      original: replyTo === undefined ? undefined : (original ?? "gone"),
    };
  });
}
