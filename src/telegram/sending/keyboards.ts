import type {
  ChatAdministratorRights,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "telegraf/types";
import type { Below } from "../../commands/request.ts";
import type { Button, Keyboard } from "../../rendering/message/message.ts";

export function toInlineKeyboard(keyboard: Keyboard): InlineKeyboardMarkup {
  return { inline_keyboard: keyboard.map((row) => row.map(toInlineButton)) };
}

function toInlineButton(button: Button): InlineKeyboardButton {
  return button.type === "press"
    ? { text: button.label, callback_data: button.data }
    : { text: button.label, url: button.url };
}

/** Telegram asks for all of them; only posting matters. */
const posting: ChatAdministratorRights = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: false,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: false,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_post_messages: true,
};

/** The number that comes back with the channel that was picked. */
export const channelRequest = 1;

export function toReplyKeyboard(below: Below): ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (below.type === "nothing") return { remove_keyboard: true };
  const request = {
    request_id: channelRequest,
    chat_is_channel: true,
    user_administrator_rights: posting,
    bot_administrator_rights: posting,
  };
  return {
    keyboard: [[{ text: below.label, request_chat: request }]],
    resize_keyboard: true,
    one_time_keyboard: true,
  };
}
