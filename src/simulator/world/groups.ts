import { createChat } from "./chats.ts";
import { addPlaceId } from "./settle.ts";
import { announce, isolated, creatorOf } from "./service.ts";
import { placeById } from "./speech.ts";
import type { Chat, Rights } from "./model.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

export function setTitle(telegram: Telegram, chatId: number, title: string): void {
  const chat = placeById(telegram, chatId);
  chat.title = title;
  const sender = creatorOf(telegram, chat);
  const line = `The name is now “${isolated(title)}”`;
  announce(telegram, { chat, sender, fields: { new_chat_title: title }, line });
  telegram.hub.emit({ type: "chats" });
}

/** What all members of a group may do from now on; the bot is not told. */
export function setPermissions(telegram: Telegram, chatId: number, permissions: Rights): void {
  placeById(telegram, chatId).permissions = permissions;
  telegram.hub.emit({ type: "chats" });
}

/** The group is gone for everybody. */
export function deleteChat(telegram: Telegram, chatId: number): void {
  placeById(telegram, chatId).deleted = true;
  telegram.hub.emit({ type: "chats" });
}

/**
 * A group becomes a supergroup with another id: service messages in both, and the old id is
 * refused with `migrate_to_chat_id` from now on.
 */
export function migrate(telegram: Telegram, chatId: number): Chat {
  const group = placeById(telegram, chatId);
  if (group.kind !== "group" || group.migratedTo !== undefined) {
    throw new WorldError(`chat ${chatId} is no group that can be upgraded`);
  }
  const { title } = group;
  const id = addPlaceId(telegram, "supergroup");
  const supergroup = createChat({ id, kind: "supergroup", title });
  for (const [user, member] of group.members) supergroup.members.set(user, member);
  telegram.chats.set(id, supergroup);
  const sender = creatorOf(telegram, group);
  const line = "The group was upgraded to a supergroup";
  announce(telegram, { chat: group, sender, fields: { migrate_to_chat_id: id }, line });
  group.migratedTo = id;
  const fields = { migrate_from_chat_id: chatId };
  announce(telegram, { chat: supergroup, sender, fields, line });
  telegram.hub.emit({ type: "chats" });
  return supergroup;
}
