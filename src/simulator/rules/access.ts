import { badRequest, forbidden } from "../api-error.ts";
import type { Chat, Member, Topic } from "../world/model.ts";
import { chatById } from "../world/chats.ts";
import { isAdmin, isPermitted } from "../world/standing.ts";
import type { Telegram } from "../world/telegram.ts";

const kindNames = {
  private: "private chat",
  group: "group chat",
  supergroup: "supergroup chat",
  channel: "channel chat",
} as const;

function byReference(telegram: Telegram, reference: number | string): Chat | undefined {
  if (reference === telegram.bot.id) throw forbidden("the bot can't send messages to the bot");
  if (typeof reference === "number") return chatById(telegram, reference);
  const username = reference.slice(1).toLowerCase();
  for (const chat of telegram.chats.values()) {
    if (chat.kind !== "private" && chat.username?.toLowerCase() === username) return chat;
  }
  return undefined;
}

function checkMigration(chat: Chat): void {
  if (chat.migratedTo === undefined) return;
  throw badRequest("group chat was upgraded to a supergroup chat", {
    migrate_to_chat_id: chat.migratedTo,
  });
}

function botMember(telegram: Telegram, chat: Chat): Member {
  const member = chat.members.get(telegram.bot.id);
  const name = kindNames[chat.kind];
  if (member?.status === "kicked") throw forbidden(`bot was kicked from the ${name}`);
  if (member === undefined || member.status === "left") {
    throw forbidden(`bot is not a member of the ${name}`);
  }
  return member;
}

function knownChat(telegram: Telegram, reference: number | string): Chat {
  const chat = byReference(telegram, reference);
  if (chat === undefined) throw badRequest("chat not found");
  if (chat.kind === "private") {
    const person = telegram.people.get(chat.id);
    if (person?.started !== true) throw badRequest("chat not found");
    return chat;
  }
  if (chat.deleted) throw forbidden("the group chat was deleted");
  checkMigration(chat);
  return chat;
}

/** The chat, if the bot is in it. */
export function readableChat(telegram: Telegram, reference: number | string): Chat {
  const chat = knownChat(telegram, reference);
  if (chat.kind !== "private") botMember(telegram, chat);
  return chat;
}

/** The chat, if the bot may ask about it: any public one, too, that has not banned it. */
export function visibleChat(telegram: Telegram, reference: number | string): Chat {
  const chat = knownChat(telegram, reference);
  const banned = chat.members.get(telegram.bot.id)?.status === "kicked";
  const isOpen = chat.kind === "private" || (chat.username !== undefined && !banned);
  if (!isOpen) botMember(telegram, chat);
  return chat;
}

/** Only the administrators of a channel may ask who else is in it. */
export function checkMemberList(telegram: Telegram, chat: Chat): void {
  if (chat.kind === "channel" && !isAdmin(chat, telegram.bot.id)) {
    throw badRequest("member list is inaccessible");
  }
}

function checkPrivate(telegram: Telegram, chat: Chat): void {
  const person = telegram.people.get(chat.id);
  if (person?.deactivated === true) throw forbidden("user is deactivated");
  if (person?.blocked === true) throw forbidden("bot was blocked by the user");
  if (person?.started !== true) {
    throw forbidden("bot can't initiate conversation with a user");
  }
}

export type Writing = "text messages" | "photos" | "documents";

const rightNames = {
  "text messages": "can_send_messages",
  photos: "can_send_photos",
  documents: "can_send_documents",
} as const;

function checkRights(chat: Chat, member: Member, writing: Writing): void {
  if (chat.kind === "channel") {
    if (member.status !== "administrator" || member.rights?.["can_post_messages"] === false) {
      throw badRequest("need administrator rights in the channel chat");
    }
    return;
  }
  const needed = ["can_send_messages", rightNames[writing]];
  if (needed.every((right) => isPermitted(chat, member, right))) return;
  throw badRequest(`not enough rights to send ${writing} to the chat`);
}

/**
 * The chat, if the bot may write there now.
 * @throws ApiError with the sentence for the first reason why not: unknown, never started,
 * blocked, deactivated, deleted, upgraded, kicked, not a member, no rights.
 */
export function writableChat(
  telegram: Telegram,
  reference: number | string,
  writing: Writing,
): Chat {
  const chat = byReference(telegram, reference);
  if (chat === undefined) throw badRequest("chat not found");
  if (chat.kind === "private") {
    checkPrivate(telegram, chat);
    return chat;
  }
  if (chat.deleted) throw forbidden("the group chat was deleted");
  checkMigration(chat);
  checkRights(chat, botMember(telegram, chat), writing);
  return chat;
}

/** The topic to write to; General has no id, so 1 is as unknown as any other number. */
export function writableTopic(chat: Chat, threadId: number | undefined): Topic | undefined {
  if (threadId === undefined || threadId === 0) return undefined;
  const topic = chat.isForum ? chat.topics.get(threadId) : undefined;
  if (topic === undefined) throw badRequest("message thread not found");
  if (topic.closed) throw badRequest("TOPIC_CLOSED");
  return topic;
}
