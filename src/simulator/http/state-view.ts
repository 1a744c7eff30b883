import type { ChatView, MessageView, Person, State } from "../control.ts";
import { privateChat } from "../world/chats.ts";
import type { Chat, PersonState } from "../world/model.ts";
import { absent } from "../world/privacy.ts";
import type { Telegram } from "../world/telegram.ts";
import { messageView } from "./message-view.ts";

function isIn(chat: Chat, person: PersonState): boolean {
  const status = chat.members.get(person.id)?.status;
  return status !== undefined && !absent.has(status) && !chat.deleted;
}

/** The private chat with the bot first, then the groups and channels that the person is in. */
export function chatsOf(telegram: Telegram, person: PersonState): readonly Chat[] {
  const others = [...telegram.chats.values()].filter(
    (chat) => chat.kind !== "private" && chat.migratedTo === undefined && isIn(chat, person),
  );
  return [privateChat(telegram, person), ...others];
}

export function mayPost(chat: Chat, person: PersonState): boolean {
  const member = chat.members.get(person.id);
  if (chat.kind === "private") return chat.id === person.id;
  if (member === undefined || absent.has(member.status)) return false;
  if (chat.kind === "channel") {
    return member.status === "creator" || member.status === "administrator";
  }
  return member.status !== "restricted" || member.rights?.["can_send_messages"] !== false;
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
    people: [...telegram.people.values()].map(personView),
    person: personView(person),
    chats: chats.map((chat) => chatView(telegram, chat, person)),
    messages,
    problems: telegram.problems,
    now: telegram.clock.now(),
  };
}
