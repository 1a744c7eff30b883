import type { MessageView, Person, State } from "../control.ts";
import { privateChat } from "../world/chats.ts";
import type { Chat, PersonState } from "../world/model.ts";
import { isIn } from "../world/standing.ts";
import type { Telegram } from "../world/telegram.ts";
import { chatView } from "./chat-view.ts";
import { messageView } from "./message-view.ts";

/** Whether a person has a chat in the list: the private one, and what they are in. */
export function hasChat(person: PersonState, chat: Chat): boolean {
  if (chat.kind === "private") return chat.id === person.id;
  return chat.migratedTo === undefined && !chat.deleted && isIn(chat, person.id);
}

/** The private chat with the bot first, then the groups and channels that the person is in. */
function chatsOf(telegram: Telegram, person: PersonState): readonly Chat[] {
  const others = [...telegram.chats.values()].filter(
    (chat) => chat.kind !== "private" && hasChat(person, chat),
  );
  return [privateChat(telegram, person), ...others];
}

function personView(person: PersonState): Person {
  const { id, firstName, username, languageCode } = person;
  return { id, firstName, ...(username !== undefined && { username }), languageCode };
}

/** What one person sees of the world. */
export function stateView(telegram: Telegram, person: PersonState): State {
  const chats = chatsOf(telegram, person);
  const messages: Record<string, readonly MessageView[]> = {};
  for (const chat of chats) {
    messages[chat.id] = chat.messages.map((message) => messageView(telegram, message));
  }
  return {
    bot: telegram.bot,
    people: telegram.people.list().map(personView),
    person: personView(person),
    chats: chats.map((chat) => chatView(telegram, chat, person)),
    messages,
    problems: telegram.problems,
    now: telegram.clock.now(),
  };
}
