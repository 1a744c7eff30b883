import { memberJson, userJson } from "./member-json.ts";
import { botJson, chatJson, personJson, type Json } from "./message-json.ts";
import { privateChat } from "./chats.ts";
import type { Chat, Member, Sender } from "./model.ts";
import { announce, isolated, creatorOf } from "./service.ts";
import { personById, placeById } from "./speech.ts";
import { isAdmin, isIn } from "./standing.ts";
import type { Telegram } from "./telegram.ts";
import { WorldError } from "./world-error.ts";

const out: Member = { status: "left" };

interface Change {
  readonly chat: Chat;
  readonly by: Json;
  readonly user: number;
  readonly before: Member;
  readonly after: Member;
}

function tellChange(telegram: Telegram, { chat, by, user, before, after }: Change): void {
  const isBot = user === telegram.bot.id;
  // Of others, only administrators are told.
  if (!isBot && !isAdmin(chat, telegram.bot.id)) return;
  const type = isBot ? "my_chat_member" : "chat_member";
  const payload = {
    chat: chatJson(chat),
    from: by,
    date: telegram.clock.seconds(),
    old_chat_member: memberJson(telegram, chat, user, before),
    new_chat_member: memberJson(telegram, chat, user, after),
  };
  telegram.updates.push(type, payload, `chat ${chat.id}`);
}

function actorJson(telegram: Telegram, sender: Sender): Json {
  return sender.type === "person" ? personJson(sender.person) : botJson(telegram.bot);
}

function line(name: unknown, was: boolean, is: boolean): string | undefined {
  if (was === is) return undefined;
  return `${isolated(String(name))} ${is ? "joined" : "left"} the group`;
}

function announceChange(telegram: Telegram, change: Change, sender: Sender): void {
  const { chat, user, after } = change;
  const is = after.status !== "left" && after.status !== "kicked";
  const was = change.before.status !== "left" && change.before.status !== "kicked";
  const json = userJson(telegram, user);
  const text = line(json?.["first_name"], was, is);
  if (text === undefined || chat.kind === "channel" || json === undefined) return;
  const fields = is ? { new_chat_members: [json] } : { left_chat_member: json };
  announce(telegram, { chat, sender, fields, line: text });
}

export interface NewStanding {
  readonly chat: number;
  /** A person's id, or the bot's. */
  readonly user: number;
  readonly member: Member;
  /** Who does it; the creator of the chat by default. */
  readonly by?: number | undefined;
}

/**
 * Adds, promotes, restricts, removes or bans somebody, the bot too: `my_chat_member` for the bot,
 * `chat_member` for others, and the service message of a group.
 */
export function setMember(telegram: Telegram, standing: NewStanding): void {
  const { chat: chatId, user, member, by } = standing;
  const chat = placeById(telegram, chatId);
  if (chat.kind === "private") throw new WorldError("a private chat has no members");
  if (user !== telegram.bot.id) personById(telegram, user);
  const sender: Sender =
    by === undefined
      ? creatorOf(telegram, chat)
      : { type: "person", person: personById(telegram, by) };
  const before = chat.members.get(user) ?? out;
  const change = { chat, by: actorJson(telegram, sender), user, before, after: member };
  const botLeaves = user === telegram.bot.id && isIn(chat, user);
  if (botLeaves) announceChange(telegram, change, sender);
  chat.members.set(user, member);
  tellChange(telegram, change);
  if (!botLeaves) announceChange(telegram, change, sender);
  telegram.hub.emit({ type: "chats" });
}

/** The bot goes by itself. */
export function leave(telegram: Telegram, chat: Chat): void {
  const user = telegram.bot.id;
  const before = chat.members.get(user) ?? out;
  const change = { chat, by: botJson(telegram.bot), user, before, after: out };
  chat.members.set(user, out);
  tellChange(telegram, change);
  telegram.hub.emit({ type: "chats" });
}

function botStanding(blocked: boolean): Member {
  return { status: blocked ? "kicked" : "member" };
}

/** A person blocks the bot, or unblocks it. */
export function setBlocked(telegram: Telegram, personId: number, blocked: boolean): void {
  const person = personById(telegram, personId);
  if (person.blocked === blocked) return;
  telegram.people.set({ ...person, blocked });
  tellChange(telegram, {
    chat: privateChat(telegram, person),
    by: personJson(person),
    user: telegram.bot.id,
    before: botStanding(!blocked),
    after: botStanding(blocked),
  });
}

/** A person deletes their account; the bot is not told. */
export function deactivate(telegram: Telegram, personId: number): void {
  telegram.people.set({ ...personById(telegram, personId), deactivated: true });
}
