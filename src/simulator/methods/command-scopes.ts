import { badRequest } from "../api-error.ts";
import { readableChat } from "../rules/access.ts";
import { chatId, integer, need, object, string, type Args } from "../rules/kinds.ts";
import type { Telegram } from "../world/telegram.ts";

export const scopeFields = object({ type: need(string), chat_id: chatId, user_id: integer });

export type Scope = Args<{
  type: ReturnType<typeof need<string>>;
  chat_id: typeof chatId;
  user_id: typeof integer;
}>;

const broad = new Set([
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
]);
const ofChat = new Set(["chat", "chat_administrators", "chat_member"]);

/** One text for a scope, such as "chat_member -100123 42". */
export function scopeKey(telegram: Telegram, scope: Scope | undefined): string {
  const type = scope?.type ?? "default";
  if (broad.has(type)) return type;
  if (!ofChat.has(type))
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  if (scope?.chat_id === undefined) {
    throw badRequest("can't parse BotCommandScope: Can't find field \"chat_id\"");
  }
  const chat = readableChat(telegram, scope.chat_id);
  if (type !== "chat_member") return `${type} ${chat.id}`;
  if (scope.user_id === undefined) {
    throw badRequest("can't parse BotCommandScope: Can't find field \"user_id\"");
  }
  return `${type} ${chat.id} ${scope.user_id}`;
}

/** A two-letter language code, or "" for everybody without commands of their own language. */
export function checkLanguage(code: string | undefined): string {
  const language = code ?? "";
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest("invalid language code specified");
  return language;
}
