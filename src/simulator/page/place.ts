import type { ChatView, MessageView, State, TopicView } from "../control.ts";

/** What the chat pane shows: a chat, or one topic of a forum. */
export interface Place {
  readonly chatId: number;
  /** Absent outside forums and in a forum's General topic. */
  readonly threadId?: number;
}

/** Telegram's own number of the General topic, whose messages carry no thread. */
const generalThread = 1;

export function placeKey({ chatId, threadId }: Place): string {
  return threadId === undefined ? String(chatId) : `${chatId}/${threadId}`;
}

export function samePlace(a: Place, b: Place): boolean {
  return placeKey(a) === placeKey(b);
}

export function chatAt(state: State, place: Place): ChatView | undefined {
  return state.chats.find(({ id }) => id === place.chatId);
}

/** The place that a message belongs to. */
export function placeOf(state: State, message: MessageView): Place {
  const { chatId, threadId } = message;
  const isForum = chatAt(state, { chatId })?.isForum === true;
  return isForum && threadId !== undefined && threadId !== generalThread
    ? { chatId, threadId }
    : { chatId };
}

export function topicsOf(chat: ChatView): readonly TopicView[] {
  return (chat.topics ?? []).filter(({ threadId }) => threadId !== generalThread);
}

/** Every place the person can open, in the order of the list. */
export function placesOf(state: State): readonly Place[] {
  return state.chats.flatMap((chat) => [
    { chatId: chat.id },
    ...topicsOf(chat).map(({ threadId }) => ({ chatId: chat.id, threadId })),
  ]);
}

export function messagesAt(state: State, place: Place): readonly MessageView[] {
  const all = state.messages[place.chatId] ?? [];
  return chatAt(state, place)?.isForum === true
    ? all.filter((message) => samePlace(placeOf(state, message), place))
    : all;
}

/** The wished place where the person still has it, else the private chat with the bot. */
export function placeOrFirst(state: State, wish: Place | undefined): Place {
  const places = placesOf(state);
  const found = wish && places.find((place) => samePlace(place, wish));
  return found ?? places[0] ?? { chatId: state.person.id };
}

/** `#person/chat/thread`, so that a tab keeps its person and its chat. */
export function toHash(person: number, place?: Place): string {
  return place === undefined ? `#${person}` : `#${person}/${placeKey(place)}`;
}

export function fromHash(hash: string): { readonly person?: number; readonly place?: Place } {
  const [person, chatId, threadId] = hash.replace(/^#/, "").split("/").map(Number);
  if (person === undefined || !Number.isSafeInteger(person) || person === 0) return {};
  if (chatId === undefined || !Number.isSafeInteger(chatId)) return { person };
  const topic = threadId !== undefined && Number.isSafeInteger(threadId) ? { threadId } : {};
  return { person, place: { chatId, ...topic } };
}
