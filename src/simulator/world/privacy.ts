import { findMessage } from "./messages.ts";
import type { Message } from "./model.ts";
import { isAdmin, isIn } from "./standing.ts";
import type { Telegram } from "./telegram.ts";

function isCommandForBot(telegram: Telegram, text: string): boolean {
  const command = /^\/\w{1,64}(?:@(\w+))?/.exec(text);
  if (command === null) return false;
  const named = command[1];
  return named === undefined || named.toLowerCase() === telegram.bot.username.toLowerCase();
}

/**
 * Whether the bot gets a message, with privacy mode on as it is by default: in groups only
 * commands for it, replies to it, what was sent through it and service messages; everything in private chats and, as an
 * administrator, in groups and channels.
 */
export function seenByBot(telegram: Telegram, message: Message): boolean {
  const { chat, content } = message;
  if (chat.kind === "private") return telegram.people.get(chat.id)?.blocked === false;
  if (!isIn(chat, telegram.bot.id)) return false;
  if (isAdmin(chat, telegram.bot.id)) return true;
  if (chat.kind === "channel") return false;
  if (content.type === "service" || message.viaBot === true) return true;
  if (isCommandForBot(telegram, content.body.text)) return true;
  const replied = message.replyTo === undefined ? undefined : findMessage(chat, message.replyTo);
  return replied?.sender.type === "bot";
}
