import { badRequest } from "../api-error.ts";
import { readableChat } from "../rules/access.ts";
import { chatId, integer, list, need } from "../rules/kinds.ts";
import { findMessage, remove } from "../world/messages.ts";
import type { Message } from "../world/model.ts";
import { hasRight } from "../world/standing.ts";
import type { Telegram } from "../world/telegram.ts";
import { messageOf } from "./edit-target.ts";
import { method } from "./method.ts";

/** A message can be deleted for so long, in seconds. */
const deletableFor = 48 * 3600;

/** Own messages and, with the right, those of others; in private chats also the person's. */
function deletable(telegram: Telegram, message: Message): boolean {
  const { chat, sender, date } = message;
  if (telegram.clock.seconds() - date > deletableFor) return false;
  if (sender.type === "bot" || chat.kind === "private") return true;
  const member = chat.members.get(telegram.bot.id);
  return member?.status === "administrator" && hasRight(member, "can_delete_messages");
}

export const deleteMessage = method({
  name: "deleteMessage",
  parameters: { chat_id: need(chatId, "chat_id is empty"), message_id: integer },
  run(telegram, args) {
    const message = messageOf(telegram, args, "message to delete not found");
    if (!deletable(telegram, message)) throw badRequest("message can't be deleted for everyone");
    const { chat, id } = message;
    remove(telegram, chat, [id]);
    telegram.record.add({ type: "deleted", chatId: chat.id, messageIds: [id] });
    return true;
  },
});

/** Those that are not there, or may not be deleted, are passed over without an error. */
export const deleteMessages = method({
  name: "deleteMessages",
  parameters: {
    chat_id: need(chatId, "chat_id is empty"),
    message_ids: need(list(integer), "message identifiers are not specified"),
  },
  run(telegram, args) {
    const { message_ids: ids } = args;
    if (ids.length === 0) throw badRequest("message identifiers are not specified");
    if (ids.length > 100) throw badRequest("too many message identifiers specified");
    const chat = readableChat(telegram, args.chat_id);
    const messageIds = ids.filter((id) => {
      const message = findMessage(chat, id);
      return message !== undefined && deletable(telegram, message);
    });
    remove(telegram, chat, messageIds);
    telegram.record.add({ type: "deleted", chatId: chat.id, messageIds });
    return true;
  },
});
