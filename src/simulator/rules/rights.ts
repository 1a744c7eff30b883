import type { ChatKind } from "../control.ts";

/** The rights of every administrator. */
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

/** The rights of administrators that only chats of a kind know. */
const ownRights = {
  private: [],
  group: ["can_pin_messages"],
  supergroup: ["can_pin_messages", "can_manage_topics"],
  channel: ["can_post_messages", "can_edit_messages"],
} as const satisfies Record<ChatKind, readonly string[]>;

/** What an administrator of such a chat may be given, by the names of the Bot API. */
export function adminRightsOf(kind: ChatKind): readonly string[] {
  return [...adminRights, ...ownRights[kind]];
}

/** What administrators of any chat may be given. */
export const allAdminRights: readonly string[] = [
  ...adminRights,
  ...ownRights.supergroup,
  ...ownRights.channel,
];

/** What members of a group may do unless they, or all of them, are restricted. */
export const memberRights = [
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
