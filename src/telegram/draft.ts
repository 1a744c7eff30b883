import type { Below } from "../commands/request.ts";
import type { MessageFault, Outcome } from "../delivery/outcome.ts";
import type { Parcel } from "../delivery/parcel.ts";
import { visible } from "../rendering/text/html.ts";
import type { CallResult } from "./call-result.ts";
import type { Client } from "./client.ts";
import { toInlineKeyboard, toReplyKeyboard } from "./keyboards.ts";

/** A parcel with what only answers have. */
export interface Draft extends Parcel {
  /** For a new message without a keyboard of its own. */
  readonly below?: Below;
}

export function callDraft(
  client: Client,
  draft: Draft,
  signal: AbortSignal,
): Promise<CallResult<unknown>> {
  const { chatId, edits, inlineId, message } = draft;
  const params = {
    link_preview_options: { is_disabled: true },
    ...(draft.plain === true
      ? { text: visible(message) }
      : { text: message.html, parse_mode: "HTML" as const }),
    ...(message.keyboard === undefined ? {} : { reply_markup: toInlineKeyboard(message.keyboard) }),
  };
  if (inlineId !== undefined) {
    return client.call("editMessageText", { ...params, inline_message_id: inlineId }, { signal });
  }
  const there = { chat_id: chatId, ...params };
  if (edits !== undefined) {
    return client.call("editMessageText", { ...there, message_id: edits }, { signal });
  }
  return client.call("sendMessage", { ...sendOptions(draft), ...there }, { signal });
}

function sendOptions({ threadId, replyTo, silent, paid, below }: Draft) {
  return {
    ...(replyTo !== undefined && {
      reply_parameters: { message_id: replyTo, allow_sending_without_reply: true },
    }),
    ...(threadId === undefined ? {} : { message_thread_id: threadId }),
    ...(silent === true && { disable_notification: true }),
    ...(paid === true && { allow_paid_broadcast: true }),
    ...(below === undefined ? {} : { reply_markup: toReplyKeyboard(below) }),
  };
}

/**
 * The draft that may succeed where this one did not, or undefined where there is none. Each
 * amendment takes something away, so there is an end to them.
 */
export function amend(draft: Draft, outcome: Outcome): Draft | undefined {
  const { threadId, edits, ...rest } = draft;
  if (outcome.type === "moved" && outcome.to !== draft.chatId) {
    // Ids of messages and topics are those of the old chat.
    return { ...rest, chatId: outcome.to };
  }
  if (outcome.type === "topicClosed" && threadId !== undefined) return rest;
  if (outcome.type === "uneditable" && edits !== undefined) {
    return threadId === undefined ? rest : { ...rest, threadId };
  }
  return outcome.type === "badMessage" ? amendMessage(draft, outcome.fault) : undefined;
}

function amendMessage(draft: Draft, fault: MessageFault): Draft | undefined {
  if (fault === "entities" && draft.plain === undefined) return { ...draft, plain: true };
  if (fault === "keyboard" && draft.message.keyboard !== undefined) {
    const { keyboard: _keyboard, ...message } = draft.message;
    return { ...draft, message };
  }
  return undefined;
}
