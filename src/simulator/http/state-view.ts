import type { ChatView, MessageView, Person, State } from "../control.ts";
import { privateChat } from "../world/chats.ts";
import type { Chat, PersonState } from "../world/model.ts";
import { isIn, mayPost } from "../world/standing.ts";
import type { Telegram } from "../world/telegram.ts";
import { messageView } from "./message-view.ts";

/** The private chat with the bot first, then the groups and channels that the person is in. */
export function chatsOf(telegram: Telegram, person: PersonState): readonly Chat[] {
  const others = [...telegram.chats.values()].filter(
    (chat) =>
      chat.kind !== "private" &&
      chat.migratedTo === undefined &&
      !chat.deleted &&
      isIn(chat, person.id),
  );
  return [privateChat(telegram, person), ...others];
}

function chatView(telegram: Telegram, chat: Chat, person: PersonState): ChatView {
  return {
    id: chat.id,
    kind: chat.kind,
    title: chat.kind === "private" ? telegram.bot.firstName : chat.title,
    ...(chat.username !== undefined && { username: chat.username }),
    ...(chat.isForum && {
      isForum: true,
      topics: [...chat.topics.values()].map(({ threadId, name }) => ({ threadId, name })),
    }),
    status: chat.members.get(person.id)?.status ?? "member",
    mayPost: mayPost(chat, person),
  };
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
