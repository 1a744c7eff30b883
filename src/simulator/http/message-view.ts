import type { ButtonView, MessageView } from "../control.ts";
import type { InlineButton } from "../rules/keyboard.ts";
import { anonymousAdmin } from "../world/message-json.ts";
import type { Content, Message } from "../world/model.ts";
import type { Telegram } from "../world/telegram.ts";

function buttonView(button: InlineButton): ButtonView {
  const { text } = button;
  if (button.callback_data !== undefined) {
    return { type: "callback", text, data: button.callback_data };
  }
  if (button.url !== undefined) return { type: "url", text, url: button.url };
  const kind = Object.keys(button).find((name) => name !== "text") ?? "other";
  return { type: "other", text, kind };
}

function author(telegram: Telegram, message: Message): MessageView["from"] {
  const { chat, sender } = message;
  switch (sender.type) {
    case "bot":
      if (chat.kind === "channel") return { id: chat.id, name: chat.title, isBot: true };
      return { id: telegram.bot.id, name: telegram.bot.firstName, isBot: true };
    case "person":
      return { id: sender.person.id, name: sender.person.firstName, isBot: false };
    case "channel":
      return { id: chat.id, name: chat.title, isBot: false };
    case "anonymous":
      return { id: anonymousAdmin.id, name: chat.title, isBot: false };
    case "asChannel":
    default:
      return { id: sender.channel.id, name: sender.channel.title, isBot: false };
  }
}

function mediaView(content: Content): Pick<MessageView, "media"> {
  if (content.type !== "photo" && content.type !== "document") return {};
  return {
    media: {
      type: content.type,
      url: `/control/files/${content.file.id}`,
      fileName: content.file.name,
      ...(content.spoiler && { spoiler: true }),
    },
  };
}

/** A message as the page shows it. */
export function messageView(telegram: Telegram, message: Message): MessageView {
  const { body } = message.content;
  return {
    chatId: message.chat.id,
    messageId: message.id,
    ...(message.threadId !== undefined && { threadId: message.threadId }),
    date: message.date,
    ...(message.editDate !== undefined && { editDate: message.editDate }),
    from: author(telegram, message),
    text: body.text,
    entities: body.entities,
    ...mediaView(message.content),
    ...(message.keyboard !== undefined && {
      keyboard: message.keyboard.map((row) => row.map(buttonView)),
    }),
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.forwardedFrom !== undefined && {
      forwardedFrom: author(telegram, { ...message, sender: message.forwardedFrom }).name,
    }),
    ...(message.viaBot === true && { viaBot: telegram.bot.username }),
    ...(message.silent === true && { silent: true }),
    ...(message.content.type === "service" && { service: true }),
  };
}
