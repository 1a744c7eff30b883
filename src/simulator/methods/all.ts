import { answerCallbackQuery } from "./callbacks.ts";
import { sendChatAction } from "./chat-action.ts";
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
} from "./chats.ts";
import { deleteMyCommands, getMyCommands, setMyCommands } from "./commands.ts";
import { deleteMessage, deleteMessages } from "./delete.ts";
import {
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from "./edit.ts";
import { getFile } from "./get-file.ts";
import { getUpdates } from "./get-updates.ts";
import { answerInlineQuery } from "./inline.ts";
import { getMe } from "./me.ts";
import type { Method } from "./method.ts";
import { getMyStarBalance, profileMethods } from "./profile.ts";
import { sendDocument, sendMediaGroup, sendPhoto } from "./send-media.ts";
import { sendMessage } from "./send-message.ts";
import { close, logOut } from "./session.ts";
import { deleteWebhook, getWebhookInfo, setWebhook } from "./webhook.ts";

const all: readonly Method[] = [
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  close,
  logOut,
  sendMessage,
  sendPhoto,
  sendDocument,
  sendMediaGroup,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  answerInlineQuery,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  ...profileMethods,
  getMyStarBalance,
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  getFile,
];

/** Every method that the simulator has, by its name in lower case: names are not case-sensitive. */
export const methods: ReadonlyMap<string, Method> = new Map(
  all.map((method) => [method.name.toLowerCase(), method]),
);
