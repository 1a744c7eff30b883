import type { MenuCommand } from "../control.ts";
import type { Chat, PersonState } from "./model.ts";
import { isAdmin } from "./standing.ts";
import type { Telegram } from "./telegram.ts";

function scopesOf(chat: Chat, person: PersonState): readonly string[] {
  if (chat.kind === "private") return [`chat ${chat.id}`, "all_private_chats", "default"];
  const admin = isAdmin(chat, person.id);
  return [
    `chat_member ${chat.id} ${person.id}`,
    ...(admin ? [`chat_administrators ${chat.id}`] : []),
    `chat ${chat.id}`,
    ...(admin ? ["all_chat_administrators"] : []),
    "all_group_chats",
    "default",
  ];
}

/**
 * The menu that a person sees in a chat: the narrowest scope that has commands wins, and in each
 * scope the person's language goes before the commands for all languages.
 */
export function menuOf(
  telegram: Telegram,
  chat: Chat,
  person: PersonState,
): readonly MenuCommand[] {
  const languages = [person.languageCode.slice(0, 2), ""];
  for (const scope of scopesOf(chat, person)) {
    for (const language of languages) {
      const commands = telegram.profile.commands.get(`${scope} ${language}`);
      if (commands !== undefined && commands.length > 0) return commands;
    }
  }
  return [];
}
