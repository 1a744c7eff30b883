import { botJson, personJson, type Json } from "./message-json.ts";
import type { Chat, Member } from "./model.ts";
import { hasRight } from "./standing.ts";
import type { Telegram } from "./telegram.ts";

const adminRights = [
  "can_manage_chat",
  "can_delete_messages",
  "can_manage_video_chats",
  "can_restrict_members",
  "can_promote_members",
  "can_change_info",
  "can_invite_users",
  "can_post_stories",
  "can_edit_stories",
  "can_delete_stories",
] as const;
const groupRights = ["can_pin_messages", "can_manage_topics"] as const;
const channelRights = ["can_post_messages", "can_edit_messages"] as const;
const memberRights = [
  "can_send_messages",
  "can_send_audios",
  "can_send_documents",
  "can_send_photos",
  "can_send_videos",
  "can_send_video_notes",
  "can_send_voice_notes",
  "can_send_polls",
  "can_send_other_messages",
  "can_add_web_page_previews",
  "can_change_info",
  "can_invite_users",
  "can_pin_messages",
  "can_manage_topics",
] as const;

function rightsJson(member: Member, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, hasRight(member, name)]));
}

function statusJson(chat: Chat, member: Member): Json {
  switch (member.status) {
    case "creator":
      return { is_anonymous: member.anonymous ?? false };
    case "administrator": {
      const own = chat.kind === "channel" ? channelRights : groupRights;
      return {
        can_be_edited: false,
        is_anonymous: member.anonymous ?? false,
        ...rightsJson(member, [...adminRights, ...own]),
      };
    }
    case "restricted":
      return { is_member: true, until_date: 0, ...rightsJson(member, memberRights) };
    case "kicked":
      return { until_date: 0 };
    case "member":
    case "left":
    default:
      return {};
  }
}

export function userJson(telegram: Telegram, id: number): Json | undefined {
  if (id === telegram.bot.id) return botJson(telegram.bot);
  const person = telegram.people.get(id);
  return person === undefined ? undefined : personJson(person);
}

/** A ChatMember; the user must exist. */
export function memberJson(telegram: Telegram, chat: Chat, id: number, member: Member): Json {
  return {
    user: userJson(telegram, id) ?? { id, is_bot: false, first_name: "" },
    status: member.status,
    ...statusJson(chat, member),
  };
}

/** All rights of an administrator of such a chat, as `getChat` gives those of its members. */
export function permissionsJson(): Json {
  return Object.fromEntries(memberRights.map((name) => [name, true]));
}
