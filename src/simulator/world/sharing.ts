import { chatJson } from "./message-json.ts";
import { announce } from "./service.ts";
import { personById, placeById } from "./speech.ts";
import { privateChat } from "./chats.ts";
import type { Message } from "./model.ts";
import type { Telegram } from "./telegram.ts";

export interface Share {
  readonly person: number;
  /** Of the `request_chat` button. */
  readonly requestId: number;
  readonly chat: number;
}

/** A person picks a chat with a `request_chat` button: `chat_shared`, in the private chat. */
export function shareChat(telegram: Telegram, { person, requestId, chat }: Share): Message {
  const sharer = personById(telegram, person);
  const shared = chatJson(placeById(telegram, chat));
  return announce(telegram, {
    chat: privateChat(telegram, sharer),
    sender: { type: "person", person: sharer },
    fields: {
      chat_shared: { request_id: requestId, chat_id: chat, title: shared["title"] },
    },
    line: `${sharer.firstName} shared a chat with the bot`,
  });
}
