import type { ChatKind } from "../control.ts";
import { createChat } from "./chats.ts";
import type { Chat, Member, PersonState } from "./model.ts";
import type { Telegram } from "./telegram.ts";

export interface NewPerson {
  readonly id?: number;
  readonly firstName: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** Has already opened the chat with the bot. */
  readonly started?: boolean;
}

export interface NewPlace {
  readonly id?: number;
  readonly title: string;
  readonly username?: string;
  /** By user id; put the bot's own id in to make it a member. */
  readonly members?: Readonly<Record<number, Member>>;
}

function nextThing(telegram: Telegram): number {
  telegram.counters.thing += 1;
  return telegram.counters.thing * 7919;
}

export function addPerson(telegram: Telegram, person: NewPerson): PersonState {
  const added: PersonState = {
    id: person.id ?? 5_100_000_000 + nextThing(telegram),
    firstName: person.firstName,
    ...(person.username !== undefined && { username: person.username }),
    languageCode: person.languageCode ?? "en",
    started: person.started ?? false,
    blocked: false,
    deactivated: false,
  };
  telegram.people.set(added);
  telegram.hub.emit({ type: "chats" });
  return added;
}

interface Shape {
  readonly kind: ChatKind;
  readonly isForum?: boolean;
  readonly topics?: readonly string[];
}

/** An id that nothing has yet, in the range of the kind. */
export function addPlaceId(telegram: Telegram, kind: ChatKind): number {
  const base = kind === "group" ? -4_000_000_000 : -1_002_000_000_000;
  return base - nextThing(telegram);
}

function addPlace(telegram: Telegram, place: NewPlace, shape: Shape): Chat {
  const { kind, isForum, topics = [] } = shape;
  const chat = createChat({
    ...place,
    id: place.id ?? addPlaceId(telegram, kind),
    kind,
    isForum: isForum ?? false,
  });
  for (const [id, member] of Object.entries(place.members ?? {})) {
    chat.members.set(Number(id), member);
  }
  telegram.chats.set(chat.id, chat);
  for (const name of topics) {
    chat.lastMessageId += 1;
    chat.topics.set(chat.lastMessageId, { threadId: chat.lastMessageId, name, closed: false });
  }
  telegram.hub.emit({ type: "chats" });
  return chat;
}

export function addGroup(telegram: Telegram, place: NewPlace): Chat {
  return addPlace(telegram, place, { kind: "group" });
}

export function addSupergroup(telegram: Telegram, place: NewPlace): Chat {
  return addPlace(telegram, place, { kind: "supergroup" });
}

/** A supergroup with topics; General, which has no id, is always there. */
export function addForum(
  telegram: Telegram,
  place: NewPlace & { readonly topics?: readonly string[] },
): Chat {
  const { topics, ...rest } = place;
  return addPlace(telegram, rest, { kind: "supergroup", isForum: true, topics: topics ?? [] });
}

export function addChannel(telegram: Telegram, place: NewPlace): Chat {
  return addPlace(telegram, place, { kind: "channel" });
}
