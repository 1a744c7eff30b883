import { badRequest } from "../api-error.ts";
import { writableChat, writableTopic } from "../rules/access.ts";
import { chatId, integer, need, string } from "../rules/kinds.ts";
import { method } from "./method.ts";

const actions = new Set([
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
]);

export const sendChatAction = method({
  name: "sendChatAction",
  parameters: {
    chat_id: need(chatId, "chat_id is empty"),
    action: need(string, "wrong parameter action in request"),
    message_thread_id: integer,
  },
  run(telegram, args) {
    if (!actions.has(args.action)) throw badRequest("wrong parameter action in request");
    const chat = writableChat(telegram, args.chat_id, "text messages");
    writableTopic(chat, args.message_thread_id);
    telegram.hub.emit({ type: "typing", chatId: chat.id });
    telegram.record.add({ type: "called", method: "sendChatAction", args });
    return true;
  },
});
