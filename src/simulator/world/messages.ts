import type { Chat, Content, Message } from "./model.ts";
import { keyboardDeleted } from "./reply-keyboard.ts";
import type { Telegram } from "./telegram.ts";

function nextMessageId(telegram: Telegram, chat: Chat): number {
  if (chat.kind === "supergroup" || chat.kind === "channel") {
    chat.lastMessageId += 1;
    return chat.lastMessageId;
  }
  telegram.counters.message += 1;
  return telegram.counters.message;
}

export type NewMessage = Omit<Message, "id" | "date">;

/** Puts a message into its chat, with the next id and the time of the simulated world. */
export function post(telegram: Telegram, message: NewMessage): Message {
  const posted: Message = {
    ...message,
    id: nextMessageId(telegram, message.chat),
    date: telegram.clock.seconds(),
  };
  message.chat.messages.push(posted);
  telegram.hub.emit({ type: "message", message: posted });
  return posted;
}

/** Where in the chat a message id is, or would be: the list is ascending. */
function indexOf(chat: Chat, id: number): number {
  let low = 0;
  let high = chat.messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chat.messages[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findMessage(chat: Chat, id: number): Message | undefined {
  const message = chat.messages[indexOf(chat, id)];
  return message?.id === id ? message : undefined;
}

export interface Edit {
  readonly content?: Content;
  /** `null` takes the keyboard away; undefined leaves it. */
  readonly keyboard: Message["keyboard"] | null;
}

export function edit(telegram: Telegram, message: Message, change: Edit): void {
  if (change.content !== undefined) {
    message.content = change.content;
    message.editDate = telegram.clock.seconds();
  }
  if (change.keyboard === null) delete message.keyboard;
  else if (change.keyboard !== undefined) message.keyboard = change.keyboard;
  telegram.hub.emit({ type: "edited", message });
}

/** Deletes those of the messages that are there. */
export function remove(telegram: Telegram, chat: Chat, ids: readonly number[]): void {
  const gone = ids.filter((id) => findMessage(chat, id) !== undefined);
  for (const id of gone) chat.messages.splice(indexOf(chat, id), 1);
  if (gone.length === 0) return;
  keyboardDeleted(telegram, chat, gone);
  telegram.hub.emit({ type: "deleted", chatId: chat.id, messageIds: gone });
}
