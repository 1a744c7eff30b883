import { adminRightsOf } from "../rules/rights.ts";
import { namedRights, type ChatRequest } from "../rules/reply-keyboard.ts";
import { setMember } from "./membership.ts";
import type { Chat, Member, PersonState } from "./model.ts";
import { hasAdminRight, isAdmin, isIn, isPermitted } from "./standing.ts";
import type { Telegram } from "./telegram.ts";

/** A chat that a person may pick for a `request_chat` button. */
export interface Asked {
  readonly bot: number;
  readonly person: PersonState;
  readonly chat: Chat;
  readonly request: ChatRequest;
}

type Rights = ChatRequest["bot_administrator_rights"];

function runsWith(chat: Chat, user: number, rights: NonNullable<Rights>): boolean {
  return (
    isAdmin(chat, user) && namedRights(rights).every((right) => hasAdminRight(chat, user, right))
  );
}

function mayInvite({ chat, person }: Asked): boolean {
  const member = chat.members.get(person.id);
  if (member === undefined) return false;
  if (isAdmin(chat, person.id)) return hasAdminRight(chat, person.id, "can_invite_users");
  return chat.kind !== "channel" && isPermitted(chat, member, "can_invite_users");
}

function needsPromotion({ chat, bot, request }: Asked): boolean {
  const rights = request.bot_administrator_rights;
  return rights !== undefined && !runsWith(chat, bot, rights);
}

/** Of a channel, which has no bots but its administrators, the bot's presence is not asked. */
function needsInvitation({ chat, bot, request }: Asked): boolean {
  return chat.kind !== "channel" && request.bot_is_member === true && !isIn(chat, bot);
}

interface Rule {
  readonly holds: (asked: Asked) => boolean;
  readonly otherwise: string;
}

/** What TDLib checks of a chat before it is shared, in its order and words. */
const rules: readonly Rule[] = [
  {
    holds: ({ chat, person }) => chat.kind !== "private" && isIn(chat, person.id),
    otherwise: "Chat not found",
  },
  {
    holds: ({ chat, request }) => (chat.kind === "channel") === request.chat_is_channel,
    otherwise: "Wrong chat type",
  },
  {
    holds: ({ chat, request }) =>
      chat.kind === "channel" || (request.chat_is_forum ?? chat.isForum) === chat.isForum,
    otherwise: "Wrong is_forum value",
  },
  {
    holds: ({ chat, request: { chat_has_username: asked } }) =>
      asked === undefined || asked === (chat.username !== undefined),
    otherwise: "Wrong has_username value",
  },
  {
    holds: ({ chat, person, request }) =>
      request.chat_is_created !== true || chat.members.get(person.id)?.status === "creator",
    otherwise: "The chat must be created by the current user",
  },
  {
    holds: ({ chat, person, request: { user_administrator_rights: rights } }) =>
      rights === undefined || runsWith(chat, person.id, rights),
    otherwise: "Not enough rights in the chat",
  },
  {
    holds: (asked) => !needsInvitation(asked) || mayInvite(asked),
    otherwise: "The bot can't be added to the chat",
  },
  {
    holds: (asked) =>
      !needsPromotion(asked) ||
      (mayInvite(asked) && hasAdminRight(asked.chat, asked.person.id, "can_promote_members")),
    otherwise: "The bot can't be promoted in the chat",
  },
];

/** Why the chat cannot be picked, or undefined. */
export function whyNot(asked: Asked): string | undefined {
  return rules.find(({ holds }) => !holds(asked))?.otherwise;
}

/** What picking the chat does to the bot: it is let in, or made an administrator. */
export function changeOf(asked: Asked): "joins" | "promoted" | undefined {
  if (needsPromotion(asked)) return "promoted";
  return needsInvitation(asked) ? "joins" : undefined;
}

/** The rights asked for, those that the bot has already, and no others. */
function promoted({ chat, bot, request }: Asked): Member {
  const asked = new Set([
    "can_manage_chat",
    ...namedRights(request.bot_administrator_rights ?? {}),
  ]);
  const rights = adminRightsOf(chat.kind).map((right): [string, boolean] => [
    right,
    asked.has(right) || hasAdminRight(chat, bot, right),
  ]);
  return { status: "administrator", rights: Object.fromEntries(rights) };
}

/** Gives the bot what the button asks for, as the person's Telegram does before it shares. */
export function grant(telegram: Telegram, asked: Asked): void {
  const change = changeOf(asked);
  if (change === undefined) return;
  const member: Member = change === "promoted" ? promoted(asked) : { status: "member" };
  const { chat, bot: user, person } = asked;
  setMember(telegram, { chat: chat.id, user, member, by: person.id });
}
