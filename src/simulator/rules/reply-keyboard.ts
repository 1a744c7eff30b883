import { badRequest } from "../api-error.ts";
import type { ChatKind } from "../control.ts";
import { buttonStyle } from "./keyboard.ts";
import {
  boolean,
  integer,
  list,
  need,
  object,
  string,
  within,
  type Args,
  type Kind,
} from "./kinds.ts";
import { allAdminRights } from "./rights.ts";

/** Rights that are asked for; one that is not named is not. */
type AskedRights = Readonly<Record<string, boolean | undefined>>;

const rightFields = Object.fromEntries(
  ["is_anonymous", ...allAdminRights].map((name) => [name, boolean]),
);
const rights: Kind<AskedRights> = object(rightFields);

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

const buttonFields = object({
  text: need(string),
  icon_custom_emoji_id: string,
  style: buttonStyle,
  request_users: requestUsers,
  request_chat: requestChat,
  request_contact: boolean,
  request_location: boolean,
});

/** A button that sends its own text, or asks the person for something. */
export type ReplyButton = ReturnType<typeof buttonFields.read>;

/** What a `request_chat` button asks for: the Bot API's KeyboardButtonRequestChat. */
export type ChatRequest = NonNullable<ReplyButton["request_chat"]>;

/** A reply button may be written as its text alone. */
const button: Kind<ReplyButton> = {
  read: (value, name, inner) =>
    typeof value === "string" ? { text: value } : buttonFields.read(value, name, inner),
};

const markupFields = {
  keyboard: need(list(list(within("keyboard button", button)))),
  is_persistent: boolean,
  resize_keyboard: boolean,
  one_time_keyboard: boolean,
  input_field_placeholder: string,
  selective: boolean,
};

/** The Bot API's ReplyKeyboardMarkup. */
export type ReplyKeyboard = Args<typeof markupFields>;

/** The rights that are asked for by name; whether somebody is anonymous nobody is asked. */
export function namedRights(asked: AskedRights): readonly string[] {
  return allAdminRights.filter((name) => asked[name] === true);
}

/** Telegram states this rule and that of unique ids, but not in which words it refuses. */
function checkRights(request: ChatRequest): void {
  const { user_administrator_rights: user, bot_administrator_rights: bot } = request;
  if (user === undefined || bot === undefined) return;
  if (namedRights(bot).every((name) => user[name] === true)) return;
  throw badRequest("bot_administrator_rights must be a subset of user_administrator_rights");
}

function checkButton({ text, request_chat: request }: ReplyButton): void {
  if (text === "") throw badRequest("keyboard button text must be non-empty");
  if (request !== undefined) checkRights(request);
}

export const replyKeyboard: Kind<ReplyKeyboard> = {
  read(value, name, inner) {
    const read = object(markupFields).read(value, name, inner);
    const buttons = read.keyboard.flat();
    for (const each of buttons) checkButton(each);
    const ids = buttons.flatMap((each) => each.request_chat?.request_id ?? []);
    if (new Set(ids).size < ids.length)
      throw badRequest("request_id must be unique within the message");
    return read;
  },
};

const requests = [
  ["request_contact", "phone number"],
  ["request_location", "location"],
  ["request_users", "users"],
  ["request_chat", "chats"],
] as const;

/** Refuses a keyboard in a chat where people cannot use it. */
export function checkKeyboardFits({ keyboard }: ReplyKeyboard, kind: ChatKind): void {
  if (kind === "private") return;
  for (const [field, what] of requests) {
    const asks = keyboard.flat().some((each) => each[field] !== undefined && each[field] !== false);
    if (asks) throw badRequest(`${what} can be requested in private chats only`);
  }
}
