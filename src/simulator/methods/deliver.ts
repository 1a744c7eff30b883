import { hashOf } from "../record/happening.ts";
import { checkMarkupFits, type Markup } from "../rules/markup.ts";
import { messageJson, type Json } from "../world/message-json.ts";
import { findMessage, post } from "../world/messages.ts";
import type { Content, Message } from "../world/model.ts";
import { replaceKeyboard } from "../world/reply-keyboard.ts";
import type { Telegram } from "../world/telegram.ts";
import type { Target } from "./send-options.ts";

export interface Delivery {
  readonly method: string;
  readonly target: Target;
  readonly content: Content;
  readonly markup?: Markup | undefined;
  readonly paid?: boolean | undefined;
  readonly mediaGroupId?: string;
  /** Already counted against the limits on sending. */
  readonly counted?: boolean;
}

/** Writes down what was taken, and what Telegram would have dropped from it silently. */
export function recordMessage(
  telegram: Telegram,
  message: Message,
  how: { readonly type: "sent" | "edited"; readonly method: string; readonly paid?: boolean },
): void {
  const body = message.content.body;
  telegram.record.add({
    ...how,
    chatId: message.chat.id,
    messageId: message.id,
    hash: hashOf(body.text, message.keyboard),
    text: body.text,
    entities: body.entities,
    ...(message.keyboard !== undefined && { keyboard: message.keyboard }),
    ...(message.threadId !== undefined && { threadId: message.threadId }),
    ...(message.replyTo !== undefined && { replyTo: message.replyTo }),
    ...(message.silent === true && { silent: true }),
  });
  if (body.drops === undefined || body.drops.length === 0) return;
  const { method } = how;
  telegram.record.add({ type: "dropped", method, chatId: message.chat.id, what: body.drops });
}

function markupOf(markup: Markup | undefined): Pick<Message, "keyboard" | "fixed"> {
  if (markup === undefined) return {};
  if (markup.type !== "inline") return { fixed: true };
  return markup.keyboard === undefined ? {} : { keyboard: markup.keyboard };
}

/** Puts a checked message into its chat and gives the Bot API's form of it. */
export function deliver(telegram: Telegram, delivery: Delivery): Json {
  const { markup, target, content, method, paid } = delivery;
  if (markup !== undefined) checkMarkupFits(markup, target.chat.kind);
  if (delivery.counted !== true) {
    telegram.flood.take({ chat: target.chat, type: "send", count: 1, paid: paid ?? false });
  }
  const message = post(telegram, {
    ...target,
    content,
    ...markupOf(markup),
    ...(delivery.mediaGroupId !== undefined && { mediaGroupId: delivery.mediaGroupId }),
  });
  if (markup !== undefined) replaceKeyboard(telegram, message, markup);
  recordMessage(telegram, message, { type: "sent", method, ...(paid === true && { paid }) });
  const replied =
    message.replyTo === undefined ? undefined : findMessage(target.chat, message.replyTo);
  return messageJson(telegram, message, replied);
}
