import type { FastifyReply } from "fastify";
import type { ControlEvent } from "../control.ts";
import { chatById } from "../world/chats.ts";
import type { WorldEvent } from "../world/hub.ts";
import type { Chat, PersonState } from "../world/model.ts";
import type { Telegram } from "../world/telegram.ts";
import { replyKeyboardView } from "./chat-view.ts";
import { inlineView } from "./inline-view.ts";
import { messageView } from "./message-view.ts";
import { hasChat } from "./state-view.ts";

function sees(telegram: Telegram, person: PersonState, chatId: number): boolean {
  const chat = chatById(telegram, chatId);
  return chat !== undefined && hasChat(person, chat);
}

function keyboardEvent({ id: chatId, replyKeyboard: shown }: Chat): ControlEvent {
  return {
    type: "keyboard",
    chatId,
    ...(shown !== undefined && { keyboard: replyKeyboardView(shown) }),
  };
}

/** The event as this person may see it, or undefined. */
function eventFor(
  telegram: Telegram,
  person: PersonState,
  event: WorldEvent,
): ControlEvent | undefined {
  if (event.type === "message" || event.type === "edited") {
    const { type, message } = event;
    if (!hasChat(person, message.chat)) return undefined;
    return { type, message: messageView(telegram, message) };
  }
  if (event.type === "keyboard") {
    return hasChat(person, event.chat) ? keyboardEvent(event.chat) : undefined;
  }
  if (event.type === "deleted" || event.type === "typing") {
    return sees(telegram, person, event.chatId) ? event : undefined;
  }
  if (event.type !== "answer" && event.type !== "inline") return event;
  return event.person === person.id ? answerEvent(event) : undefined;
}

/** What the bot answers to one person. */
function answerEvent(event: Extract<WorldEvent, { readonly person: number }>): ControlEvent {
  if (event.type === "inline") {
    const { type, queryId, answer } = event;
    return { type, queryId, answer: inlineView(answer) };
  }
  const { type, callbackId, text, alert } = event;
  return { type, callbackId, text, alert };
}

/** Streams what the person may see until the page goes away. */
export function streamEvents(telegram: Telegram, person: PersonState, reply: FastifyReply): void {
  reply.hijack();
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
  });
  reply.raw.write(": hello\n\n");
  const stop = telegram.hub.listen((event) => {
    const seen = eventFor(telegram, person, event);
    if (seen !== undefined) reply.raw.write(`data: ${JSON.stringify(seen)}\n\n`);
  });
  reply.raw.on("close", stop);
}
