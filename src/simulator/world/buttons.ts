import { randomInt } from "node:crypto";
import type { ButtonPress } from "../control.ts";
import { messageJson, personJson, type Json } from "./message-json.ts";
import { messageById, personById } from "./speech.ts";
import type { Telegram } from "./telegram.ts";

function ask(telegram: Telegram, personId: number, payload: Json): string {
  const id = String(randomInt(2 ** 47));
  const person = personById(telegram, personId);
  const time = telegram.clock.now();
  telegram.callbacks.set(id, { id, person: personId, time, answered: false });
  const json = { id, from: personJson(person), ...payload };
  telegram.updates.push("callback_query", json, `callback ${personId}`);
  return id;
}

/** Presses a button and gives the id of the query; the data is what the client says it is. */
export function press(telegram: Telegram, press: ButtonPress): string {
  const { person, chat, messageId, data } = press;
  const message = messageById(telegram, chat, messageId);
  return ask(telegram, person, {
    message: messageJson(telegram, message),
    chat_instance: String(-chat * 31),
    data,
  });
}

/** Presses a button of a message that was sent through the inline mode. */
export function pressInline(
  telegram: Telegram,
  press: { readonly person: number; readonly inlineMessageId: string; readonly data: string },
): string {
  const { person, inlineMessageId, data } = press;
  return ask(telegram, person, {
    inline_message_id: inlineMessageId,
    chat_instance: "1",
    data,
  });
}
