import { badRequest } from "../api-error.ts";
import { checkMemberList, readableChat, visibleChat } from "../rules/access.ts";
import { boolean, chatId, integer, need } from "../rules/kinds.ts";
import { memberJson, permissionsJson, userJson } from "../world/member-json.ts";
import { leave } from "../world/membership.ts";
import { chatJson } from "../world/message-json.ts";
import { isAdmin, isIn } from "../world/standing.ts";
import { method } from "./method.ts";

const chat = { chat_id: need(chatId, "chat_id is empty") };

export const getChat = method({
  name: "getChat",
  parameters: chat,
  run(telegram, args) {
    const found = visibleChat(telegram, args.chat_id);
    const isGroup = found.kind === "group" || found.kind === "supergroup";
    return {
      ...chatJson(found),
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...(isGroup && { permissions: permissionsJson(found) }),
    };
  },
});

export const getChatMember = method({
  name: "getChatMember",
  parameters: { ...chat, user_id: need(integer, "invalid user_id specified") },
  run(telegram, args) {
    const found = visibleChat(telegram, args.chat_id);
    const { user_id: id } = args;
    if (userJson(telegram, id) === undefined) throw badRequest("user not found");
    if (id !== telegram.bot.id) checkMemberList(telegram, found);
    const isParty = id === found.id || id === telegram.bot.id;
    const standing = found.kind === "private" && isParty ? "member" : "left";
    return memberJson(telegram, found, id, found.members.get(id) ?? { status: standing });
  },
});

export const getChatAdministrators = method({
  name: "getChatAdministrators",
  parameters: { ...chat, return_bots: boolean },
  run(telegram, args) {
    const found = visibleChat(telegram, args.chat_id);
    if (found.kind === "private") {
      throw badRequest("there are no administrators in the private chat");
    }
    checkMemberList(telegram, found);
    return [...found.members]
      .filter(([id]) => isAdmin(found, id))
      .map(([id, member]) => memberJson(telegram, found, id, member));
  },
});

export const getChatMemberCount = method({
  name: "getChatMemberCount",
  parameters: chat,
  run(telegram, args) {
    const found = visibleChat(telegram, args.chat_id);
    if (found.kind === "private") return 2;
    return [...found.members.keys()].filter((id) => isIn(found, id)).length;
  },
});

export const leaveChat = method({
  name: "leaveChat",
  parameters: chat,
  run(telegram, args) {
    const found = readableChat(telegram, args.chat_id);
    if (found.kind === "private") {
      throw badRequest("chat member status can't be changed in private chats");
    }
    leave(telegram, found);
    telegram.record.add({ type: "called", method: "leaveChat", args });
    return true;
  },
});
