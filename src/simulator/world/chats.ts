import type { ChatKind } from "../control.ts";
import type { Chat, PersonState } from "./model.ts";
import type { Telegram } from "./telegram.ts";

export interface NewChat {
  readonly id: number;
  readonly kind: ChatKind;
  readonly title: string;
  readonly username?: string;
  readonly isForum?: boolean;
}

/** Shared by all private chats, which have neither members nor topics. */
const none = new Map<number, never>();

export function createChat(chat: NewChat): Chat {
  return {
    id: chat.id,
    kind: chat.kind,
    title: chat.title,
    ...(chat.username !== undefined && { username: chat.username }),
    isForum: chat.isForum ?? false,
    topics: chat.kind === "private" ? none : new Map(),
    members: chat.kind === "private" ? none : new Map(),
    permissions: {},
    deleted: false,
    messages: [],
    // A forum's first message made it, and is its General topic.
    lastMessageId: chat.isForum === true ? 1 : 0,
  };
}

/** The private chat of a person with the bot; made when it is first asked for. */
export function privateChat(telegram: Telegram, person: PersonState): Chat {
  const known = telegram.chats.get(person.id);
  if (known !== undefined) return known;
  const chat = createChat({
    id: person.id,
    kind: "private",
    title: person.firstName,
    ...(person.username !== undefined && { username: person.username }),
  });
  telegram.chats.set(chat.id, chat);
  return chat;
}

/** The chat with this id, if people and bot may know it; a person's id gives the private chat. */
export function chatById(telegram: Telegram, id: number): Chat | undefined {
  if (id < 0) return telegram.chats.get(id);
  const person = telegram.people.get(id);
  return person === undefined ? undefined : privateChat(telegram, person);
}
