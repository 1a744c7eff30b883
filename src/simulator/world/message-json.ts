import type { BotUser, Chat, Content, Message, PersonState, Sender } from "./model.ts";
import type { Telegram } from "./telegram.ts";

/** The Bot API's JSON of a thing; field names as in the Bot API. */
export type Json = Readonly<Record<string, unknown>>;

/** Users that Telegram itself puts in `from` for those who write under another name. */
export const anonymousAdmin = { id: 1087968824, name: "Group", username: "GroupAnonymousBot" };
const channelBot = { id: 136817688, name: "Channel", username: "Channel_Bot" };

export function botJson(bot: BotUser): Json {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username };
}

export function personJson(person: PersonState): Json {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.username !== undefined && { username: person.username }),
    language_code: person.languageCode,
  };
}

export function chatJson(chat: Chat): Json {
  const name = chat.kind === "private" ? { first_name: chat.title } : { title: chat.title };
  return {
    id: chat.id,
    ...name,
    ...(chat.username !== undefined && { username: chat.username }),
    type: chat.kind,
    ...(chat.isForum && { is_forum: true }),
  };
}

function serviceUser(user: typeof channelBot): Json {
  return { id: user.id, is_bot: true, first_name: user.name, username: user.username };
}

function senderJson(bot: BotUser, sender: Sender, chat: Chat): Json {
  switch (sender.type) {
    case "bot":
      return chat.kind === "channel" ? { sender_chat: chatJson(chat) } : { from: botJson(bot) };
    case "person":
      return { from: personJson(sender.person) };
    case "channel":
      return { sender_chat: chatJson(chat) };
    case "anonymous":
      return { from: serviceUser(anonymousAdmin), sender_chat: chatJson(chat) };
    case "asChannel":
    default:
      return { from: serviceUser(channelBot), sender_chat: chatJson(sender.channel) };
  }
}

function originJson(bot: BotUser, message: Message): Json {
  const from = message.forwardedFrom;
  if (from === undefined) return {};
  const date = message.date;
  switch (from.type) {
    case "bot":
      return { forward_origin: { type: "user", sender_user: botJson(bot), date } };
    case "person":
      return { forward_origin: { type: "user", sender_user: personJson(from.person), date } };
    case "asChannel":
      return {
        forward_origin: { type: "channel", chat: chatJson(from.channel), message_id: 1, date },
      };
    case "channel":
    case "anonymous":
    default:
      return { forward_origin: { type: "chat", sender_chat: chatJson(message.chat), date } };
  }
}

function photoJson(content: Content & { type: "photo" | "document" }): Json {
  const { file } = content;
  const size = {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
  };
  if (content.type === "photo") {
    return { photo: [{ ...size, width: file.width ?? 1, height: file.height ?? 1 }] };
  }
  return { document: { ...size, file_name: file.name, mime_type: file.mime } };
}

function contentJson(content: Content): Json {
  const { entities, text } = content.body;
  if (content.type === "service") return content.fields;
  if (content.type === "text") {
    return {
      text,
      ...(entities.length > 0 && { entities }),
      ...(content.linkPreview !== undefined && { link_preview_options: content.linkPreview }),
    };
  }
  return {
    ...photoJson(content),
    ...(text !== "" && { caption: text }),
    ...(entities.length > 0 && { caption_entities: entities }),
    ...(content.captionAbove && { show_caption_above_media: true }),
    ...(content.spoiler && { has_media_spoiler: true }),
  };
}

/** The message as the Bot API gives it; a reply carries the message replied to, one level deep. */
export function messageJson(telegram: Telegram, message: Message, replied?: Message): Json {
  const { chat, threadId } = message;
  return {
    message_id: message.id,
    ...(threadId !== undefined && { message_thread_id: threadId, is_topic_message: true }),
    ...senderJson(telegram.bot, message.sender, chat),
    chat: chatJson(chat),
    date: message.date,
    ...(message.editDate !== undefined && { edit_date: message.editDate }),
    ...originJson(telegram.bot, message),
    ...(message.viaBot === true && { via_bot: botJson(telegram.bot) }),
    ...(message.protected === true && { has_protected_content: true }),
    ...(message.mediaGroupId !== undefined && { media_group_id: message.mediaGroupId }),
    ...contentJson(message.content),
    ...(message.keyboard !== undefined && { reply_markup: { inline_keyboard: message.keyboard } }),
    ...(replied !== undefined && { reply_to_message: messageJson(telegram, replied) }),
  };
}
