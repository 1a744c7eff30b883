import { adminRightsOf, memberRights } from "../rules/rights.ts";
import { botJson, personJson, type Json } from "./message-json.ts";
import type { Chat, Member } from "./model.ts";
import { hasRight } from "./standing.ts";
import type { Telegram } from "./telegram.ts";

function rightsJson(member: Member, names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, hasRight(member, name)]));
}

function statusJson(chat: Chat, member: Member): Json {
  switch (member.status) {
    case "creator":
      return { is_anonymous: member.anonymous ?? false };
    case "administrator":
      return {
        can_be_edited: false,
        is_anonymous: member.anonymous ?? false,
        ...rightsJson(member, adminRightsOf(chat.kind)),
      };
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

/** What `getChat` says that the members of a group may do. */
export function permissionsJson(chat: Chat): Json {
  return Object.fromEntries(memberRights.map((name) => [name, chat.permissions[name] !== false]));
}
