import type { GoneReason, MessageFault, Refusal } from "../../delivery/outcome.ts";

function gone(reason: GoneReason): Refusal {
  return { type: "gone", reason };
}

function badMessage(fault: MessageFault): Refusal {
  return { type: "badMessage", fault };
}

const forbidden: Refusal = { type: "forbidden" };
const topicClosed: Refusal = { type: "topicClosed" };

function uneditable(why: "gone" | "fixed"): Refusal {
  return { type: "uneditable", why };
}

/**
 * Whole sentences of Telegram, after the code. A sentence that is not here says nothing about the
 * chat. Codes in capitals come as 400 even where Telegram's own code for them is 403.
 */
const sentences: Readonly<Record<string, Refusal>> = {
  "403 Forbidden: bot was blocked by the user": gone("blocked"),
  "403 Forbidden: user is deactivated": gone("deactivated"),
  "403 Forbidden: bot was kicked from the group chat": gone("kicked"),
  "403 Forbidden: bot was kicked from the supergroup chat": gone("kicked"),
  "403 Forbidden: bot was kicked from the channel chat": gone("kicked"),
  "403 Forbidden: bot is not a member of the group chat": gone("kicked"),
  "403 Forbidden: bot is not a member of the supergroup chat": gone("kicked"),
  "403 Forbidden: bot is not a member of the channel chat": gone("kicked"),
  "403 Forbidden: the group chat was deleted": gone("deleted"),
  "403 Forbidden: bot can't initiate conversation with a user": gone("not met"),
  "403 Forbidden: the bot can't send messages to the bot": gone("not met"),
  "403 Forbidden: bot can't send messages to bots": gone("not met"),
  "400 Bad Request: chat not found": gone("not found"),
  "400 Bad Request: private chat not found": gone("not found"),

  "400 Bad Request: need administrator rights in the channel chat": forbidden,
  "400 Bad Request: have no write access to the chat": forbidden,
  "400 Bad Request: CHAT_WRITE_FORBIDDEN": forbidden,
  "400 Bad Request: CHAT_RESTRICTED": forbidden,
  "400 Bad Request: CHAT_ADMIN_REQUIRED": forbidden,
  "400 Bad Request: CHAT_SEND_PLAIN_FORBIDDEN": forbidden,

  "400 Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN": badMessage("picture"),
  "400 Bad Request: CHAT_SEND_MEDIA_FORBIDDEN": badMessage("picture"),

  "400 Bad Request: message thread not found": topicClosed,
  "400 Bad Request: TOPIC_CLOSED": topicClosed,
  "400 Bad Request: TOPIC_DELETED": topicClosed,

  "400 Bad Request: message to edit not found": uneditable("gone"),
  "400 Bad Request: message can't be edited": uneditable("fixed"),
  "400 Bad Request: there is no text in the message to edit": uneditable("fixed"),
  "400 Bad Request: there is no caption in the message to edit": uneditable("fixed"),
  "400 Bad Request: MESSAGE_ID_INVALID": uneditable("gone"),
  "400 Bad Request: MESSAGE_EDIT_TIME_EXPIRED": uneditable("fixed"),

  "400 Bad Request: message is too long": badMessage("too long"),
  "400 Bad Request: MESSAGE_TOO_LONG": badMessage("too long"),
  "400 Bad Request: text is too long": badMessage("too long"),
  "400 Bad Request: message caption is too long": badMessage("too long"),
  "400 Bad Request: text must be non-empty": badMessage("empty"),
  "400 Bad Request: message text is empty": badMessage("empty"),
  "400 Bad Request: reply markup is too long": badMessage("keyboard"),

  "400 Bad Request: query is too old and response timeout expired or query ID is invalid": {
    type: "stale",
  },
  "400 Bad Request: FLOODSKIP_NOT_ALLOWED": { type: "unpaid" },
  "401 Unauthorized": { type: "unauthorized" },
  "404 Not Found": { type: "unauthorized" },
  "500 Internal Server Error: sent message was immediately deleted and can't be returned": {
    type: "unknown",
    cause: "deleted at once",
  },
};

/** Sentences that go on with particulars. None of them may end a chat. */
const beginnings: readonly (readonly [string, Refusal])[] = [
  ["400 Bad Request: not enough rights to send photos", badMessage("picture")],
  ["400 Bad Request: PHOTO_", badMessage("picture")],
  ["400 Bad Request: IMAGE_PROCESS_FAILED", badMessage("picture")],
  ["400 Bad Request: file of size", badMessage("picture")],
  ["413 Request Entity Too Large", badMessage("picture")],
  ["400 Bad Request: message is not modified", { type: "unchanged" }],
  ["400 Bad Request: not enough rights to send ", forbidden],
  ["400 Bad Request: can't parse entities", badMessage("entities")],
  ["400 Bad Request: can't parse reply keyboard markup", badMessage("keyboard")],
  ["400 Bad Request: can't parse inline keyboard button", badMessage("keyboard")],
  ["400 Bad Request: BUTTON_", badMessage("keyboard")],
  ["409 Conflict", { type: "conflict" }],
];

/** What a refusal means, or undefined where Telegram's words are new to us. */
export function recognise(code: number, description: string): Refusal | undefined {
  const sentence = `${code} ${description}`;
  if (Object.hasOwn(sentences, sentence)) return sentences[sentence];
  return beginnings.find(([beginning]) => sentence.startsWith(beginning))?.[1];
}
