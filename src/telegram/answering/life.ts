import type { Composer, Context } from "telegraf";
import { channelPost, message } from "telegraf/filters";
import type { Chat, ChatMember, ChatMemberUpdated, Message } from "telegraf/types";
import type { KeepStanding, Standing } from "../../delivery/standing.ts";
import type { Log } from "../../log.ts";
import { hello } from "../../rendering/notices/notices.ts";
import { isKnown, readPrinting, retitle } from "../../store/chats/chats.ts";
import { resumeTopic } from "../../store/chats/standing.ts";
import type { Database } from "../../store/tables.ts";
import type { Bot } from "../api/introduce.ts";
import type { Deliver } from "../sending/deliver.ts";
import { chatOf } from "./incoming.ts";
import type { Turn } from "../sending/patience.ts";

export interface LifeParts {
  readonly bot: Bot;
  readonly db: Database;
  readonly deliver: Deliver;
  readonly log: Log;
  readonly keepStanding: KeepStanding;
  readonly now: () => Date;
}

interface Timed extends Context {
  readonly turn: Turn;
}

/** What happens to chats rather than in them. */
export function routeLife<C extends Timed>(router: Composer<C>, parts: LifeParts): void {
  const { db, now, keepStanding } = parts;
  router.on(message("migrate_to_chat_id"), ({ message: { chat, migrate_to_chat_id: to } }) =>
    keepStanding({ type: "moved", from: chat.id, to }, now()),
  );
  router.on(message("migrate_from_chat_id"), ({ message: { chat, migrate_from_chat_id: from } }) =>
    keepStanding({ type: "moved", from, to: chat.id }, now()),
  );
  router.on(message("new_chat_title"), ({ message: { chat, new_chat_title: title } }) =>
    retitle(db, chat.id, title),
  );
  router.on(channelPost("new_chat_title"), ({ channelPost: { chat, new_chat_title: title } }) =>
    retitle(db, chat.id, title),
  );
  // A topic that is closed may still take what an administrator sends: a refusal tells.
  router.on(message("forum_topic_reopened"), ({ message }) => reopen(db, message));
  router.on(message("general_forum_topic_unhidden"), ({ message }) => reopen(db, message));
  router.on("my_chat_member", ({ myChatMember, turn }) => follow(parts, myChatMember, turn));
}

async function reopen(db: Database, message: Message.ServiceMessage): Promise<void> {
  const { id, threadId } = chatOf(message);
  await resumeTopic(db, { chatId: id, threadId: threadId ?? 0 });
}

async function follow(parts: LifeParts, update: ChatMemberUpdated, turn: Turn): Promise<void> {
  const { chat, old_chat_member: before, new_chat_member: after } = update;
  const { db, log, now, keepStanding } = parts;
  log.info({ chat: chat.id, type: chat.type, status: after.status }, "our standing changed");
  const isKnownChat = await isKnown(db, chat.id);
  if ("title" in chat) await retitle(db, chat.id, chat.title);
  await keepStanding(standingOf(chat, after), now());
  const joins = !isIn(before) && isIn(after);
  if (joins && !isKnownChat && isGroup(chat)) await greet(parts, chat, turn);
}

/** A chat that has chosen something knows us, and goes on where it stopped. */
async function greet(
  { bot, db, deliver }: LifeParts,
  { id, type }: Pick<Chat.GroupChat | Chat.SupergroupChat, "id" | "type">,
  turn: Turn,
): Promise<void> {
  const message = hello(bot.username, await readPrinting(db, id));
  await deliver({ chat: { id, type } }, [{ type: "send", message }], turn);
}

function isGroup(chat: Chat): chat is Chat.GroupChat | Chat.SupergroupChat {
  return chat.type === "group" || chat.type === "supergroup";
}

function isIn(member: ChatMember): boolean {
  if (member.status === "restricted") return member.is_member;
  return member.status !== "left" && member.status !== "kicked";
}

/** Whether we can write, as far as our standing says it; a group may still forbid all to write. */
function standingOf({ id: chatId, type }: Chat, member: ChatMember): Standing {
  if (!isIn(member)) {
    return { type: "left", chatId, reason: type === "private" ? "blocked" : "kicked" };
  }
  return mayWrite(type, member) ? { type: "back", chatId } : { type: "forbidden", chatId };
}

function mayWrite(type: Chat["type"], member: ChatMember): boolean {
  if (member.status === "restricted") return member.can_send_messages;
  if (type !== "channel") return true;
  return member.status === "administrator" && member.can_post_messages === true;
}
