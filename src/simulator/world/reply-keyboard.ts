import type { Markup } from "../rules/markup.ts";
import type { Chat, Message, ShownKeyboard } from "./model.ts";
import type { Telegram } from "./telegram.ts";

function put(telegram: Telegram, chat: Chat, shown: ShownKeyboard | undefined): void {
  if (shown === undefined) delete chat.replyKeyboard;
  else chat.replyKeyboard = shown;
  telegram.hub.emit({ type: "keyboard", chat });
}

/** A message brings a reply keyboard, which stays until another message takes its place. */
export function replaceKeyboard(telegram: Telegram, message: Message, markup: Markup): void {
  const { chat, id } = message;
  if (markup.type === "reply") {
    put(telegram, chat, { messageId: id, keyboard: markup.keyboard, folded: false });
  } else if (markup.type === "remove" && chat.replyKeyboard !== undefined) {
    put(telegram, chat, undefined);
  }
}

/** A person has written or answered: a keyboard for one time is folded away. */
export function keyboardUsed(telegram: Telegram, chat: Chat): void {
  const shown = chat.replyKeyboard;
  if (shown?.keyboard.one_time_keyboard !== true || shown.folded) return;
  put(telegram, chat, { ...shown, folded: true });
}

/** Messages are gone, and with one of them perhaps the keyboard that it brought. */
export function keyboardDeleted(telegram: Telegram, chat: Chat, ids: readonly number[]): void {
  const shown = chat.replyKeyboard;
  if (shown !== undefined && ids.includes(shown.messageId)) put(telegram, chat, undefined);
}
