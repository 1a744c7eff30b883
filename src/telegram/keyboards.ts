import type { InlineKeyboardButton, InlineKeyboardMarkup } from "telegraf/types";
import type { Button, Keyboard } from "../rendering/message.ts";

export function toInlineKeyboard(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.map((row) => row.map(toInlineButton)) };
}

function toInlineButton(button: Button): InlineKeyboardButton {
  return button.type === "press"
    ? { text: button.label, callback_data: button.data }
    : { text: button.label, url: button.url };
}
