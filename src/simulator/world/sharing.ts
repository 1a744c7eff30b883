import type { Sharing } from "../control.ts";
import type { ChatRequest } from "../rules/reply-keyboard.ts";
import { grant, whyNot, type Asked } from "./chat-request.ts";
import { privateChat } from "./chats.ts";
import type { Json } from "./message-json.ts";
import type { Chat, Message, PersonState } from "./model.ts";
import { keyboardUsed } from "./reply-keyboard.ts";
import { announce, isolated } from "./service.ts";
import { personById, placeById } from "./speech.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

/** What the button with this number asks for, in the keyboard that the person sees now. */
function requestOf(telegram: Telegram, person: PersonState, requestId: number): ChatRequest {
  const buttons = privateChat(telegram, person).replyKeyboard?.keyboard.keyboard.flat() ?? [];
  const found = buttons.find((button) => button.request_chat?.request_id === requestId);
  if (found?.request_chat !== undefined) return found.request_chat;
  throw new WorldError(`${person.firstName} sees no button that requests chat ${requestId}`);
}

/** The chats that fit a `request_chat` button, as the person's Telegram lists them. */
export function fittingChats(
  telegram: Telegram,
  { person: id, requestId }: Omit<Sharing, "chat">,
): readonly Asked[] {
  const person = personById(telegram, id);
  const request = requestOf(telegram, person, requestId);
  return [...telegram.chats.values()]
    .filter((chat) => !chat.deleted && chat.migratedTo === undefined)
    .map((chat) => ({ bot: telegram.bot.id, person, chat, request }))
    .filter((asked) => whyNot(asked) === undefined);
}

/** The bot is told of the chat what the button asked for, and its id. */
function sharedJson(chat: Chat, request: ChatRequest): Json {
  const { request_id, request_title: title, request_username: name } = request;
  return {
    request_id,
    chat_id: chat.id,
    ...(title === true && { title: chat.title }),
    ...(name === true && chat.username !== undefined && { username: chat.username }),
  };
}

/**
 * A person picks a chat with a `request_chat` button of the keyboard before them: the bot gets the
 * rights that the button asks for, and `chat_shared` in the private chat.
 */
export function shareChat(telegram: Telegram, sharing: Sharing): Message {
  const person = personById(telegram, sharing.person);
  const request = requestOf(telegram, person, sharing.requestId);
  const chat = placeById(telegram, sharing.chat);
  const asked = { bot: telegram.bot.id, person, chat, request };
  const reason = whyNot(asked);
  if (reason !== undefined) throw new WorldError(reason);
  grant(telegram, asked);
  const place = privateChat(telegram, person);
  const message = announce(telegram, {
    chat: place,
    sender: { type: "person", person },
    fields: { chat_shared: sharedJson(chat, request) },
    line: `${isolated(person.firstName)} shared “${isolated(chat.title)}” with the bot`,
  });
  keyboardUsed(telegram, place);
  return message;
}
