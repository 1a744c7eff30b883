import { badRequest } from "../api-error.ts";
import { buttonStyle, inlineKeyboard, type InlineKeyboard } from "./keyboard.ts";
import {
  boolean,
  integer,
  isRecord,
  list,
  need,
  object,
  string,
  within,
  type Args,
  type Kind,
} from "./kinds.ts";

/** Which of the rights exist is the business of whoever picks the chat. */
const rights: Kind<object> = {
  read(value, name) {
    if (!isRecord(value)) throw badRequest(`field "${name}" must be of type Object`);
    return value;
  },
};

const requestChat = object({
  request_id: need(integer),
  chat_is_channel: need(boolean),
  chat_is_forum: boolean,
  chat_has_username: boolean,
  chat_is_created: boolean,
  user_administrator_rights: rights,
  bot_administrator_rights: rights,
  bot_is_member: boolean,
  request_title: boolean,
  request_username: boolean,
  request_photo: boolean,
});

const requestUsers = object({
  request_id: need(integer),
  user_is_bot: boolean,
  user_is_premium: boolean,
  max_quantity: integer,
  request_name: boolean,
  request_username: boolean,
  request_photo: boolean,
});

const replyButtonFields = object({
  text: need(string),
  icon_custom_emoji_id: string,
  style: buttonStyle,
  request_users: requestUsers,
  request_chat: requestChat,
  request_contact: boolean,
  request_location: boolean,
});

/** A reply button may be written as its text alone. */
const replyButton: Kind<Args<{ text: Kind<string> }>> = {
  read: (value, name, inner) =>
    typeof value === "string" ? { text: value } : replyButtonFields.read(value, name, inner),
};

const replyMarkup = object({
  keyboard: need(list(list(within("keyboard button", replyButton)))),
  is_persistent: boolean,
  resize_keyboard: boolean,
  one_time_keyboard: boolean,
  input_field_placeholder: string,
  selective: boolean,
});

const removeMarkup = object({ remove_keyboard: need(boolean), selective: boolean });

const forceReply = object({
  force_reply: need(boolean),
  input_field_placeholder: string,
  selective: boolean,
});

export type Markup =
  | { readonly type: "inline"; readonly keyboard: InlineKeyboard | undefined }
  | { readonly type: "reply" | "remove" | "force"; readonly json: object };

function readMarkup(value: object, name: string): Markup {
  if ("inline_keyboard" in value) {
    return { type: "inline", keyboard: inlineKeyboard.read(value, name, true) };
  }
  if ("keyboard" in value) return { type: "reply", json: replyMarkup.read(value, name, true) };
  if ("remove_keyboard" in value) {
    return { type: "remove", json: removeMarkup.read(value, name, true) };
  }
  return { type: "force", json: forceReply.read(value, name, true) };
}

/** The `reply_markup` of a sent message. */
export const markup: Kind<Markup> = {
  read(value, name) {
    let inner = value;
    if (typeof value === "string") {
      try {
        inner = JSON.parse(value) as unknown;
      } catch {
        throw badRequest("can't parse reply keyboard markup JSON object");
      }
    }
    if (!isRecord(inner)) throw badRequest("object expected as reply markup");
    return readMarkup(inner, name);
  },
};
