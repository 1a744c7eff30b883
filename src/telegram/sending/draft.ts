import type { Below } from "../../commands/request.ts";
import type { MessageFault, Outcome } from "../../delivery/outcome.ts";
import type { Parcel } from "../../delivery/parcel.ts";
import type { File } from "../../rendering/cite/export.ts";
import type { Picture } from "../../rendering/message/picture.ts";
import { supersededCaption } from "../../rendering/cards/superseded.ts";
import { directed } from "../../rendering/text/directed.ts";
import { join, visible } from "../../rendering/text/html.ts";
import { say } from "../../rendering/text/translate.ts";
import type { CallResult } from "../api/call-result.ts";
import type { CallOptions, Client } from "../api/client.ts";
import { toInlineKeyboard, toReplyKeyboard } from "./keyboards.ts";
import type { EditTarget } from "../api/methods.ts";
import type { Photo, Pictures } from "./pictures.ts";

/** A parcel with what only answers have. */
export interface Draft extends Parcel {
  /** For a new message without a keyboard of its own. */
  readonly below?: Below;
  /** Sent with the message as its caption. */
  readonly document?: File;
}

/** What takes drafts to Telegram. */
export interface Carrier {
  readonly client: Client;
  readonly pictures: Pictures;
}

export function callDraft(
  carrier: Carrier,
  draft: Draft,
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const { edits, inlineId, message, document } = draft;
  if (document !== undefined) return callDocument(carrier, draft, document, how);
  const { picture } = message;
  if (picture === undefined) return callWords(carrier, draft, how);
  if (inlineId !== undefined) {
    return callInlinePhoto(carrier, draft, { picture, inlineId }, how);
  }
  if (draft.wordsOnly !== true) {
    return carrier.pictures.carry(picture, (photo) =>
      callPhoto(carrier, draft, { photo, picture }, how),
    );
  }
  return edits === undefined
    ? callWords(carrier, draft, how)
    : callCaption(carrier, draft, { ...addressOf(draft), message_id: edits, picture }, how);
}

/** The old picture stays: a text cannot take its place. */
function callCaption(
  { client }: Carrier,
  draft: Draft,
  { picture, ...target }: EditTarget & { readonly picture: Picture },
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const message = { ...draft.message, ...supersededCaption(draft.message, picture) };
  const caption = { ...keyboardOf(draft), ...captionOf({ ...draft, message }), ...target };
  return client.call("editMessageCaption", caption, how);
}

/**
 * Telegram takes no upload for a message of the inline mode: it gets the file that it has of the
 * picture, or the picture's public address; else only its words change.
 */
async function callInlinePhoto(
  carrier: Carrier,
  draft: Draft,
  { picture, inlineId }: { readonly picture: Picture; readonly inlineId: string },
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const target = { inline_message_id: inlineId };
  const { pictures } = carrier;
  const file = (await pictures.file(picture)) ?? pictures.addressOf?.(picture);
  const media = draft.wordsOnly === true ? undefined : file;
  if (media === undefined) return callCaption(carrier, draft, { ...target, picture }, how);
  const shown = { type: "photo" as const, media, ...photoOptions(draft, picture) };
  const params = { ...keyboardOf(draft), ...target, media: shown };
  return carrier.client.call("editMessageMedia", params, how);
}

function callWords(
  { client }: Carrier,
  draft: Draft,
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const { edits, inlineId } = draft;
  const { caption: text, ...markup } = captionOf(draft);
  const words = { text, ...markup, link_preview_options: { is_disabled: true } };
  if (inlineId !== undefined) {
    const params = { ...keyboardOf(draft), ...words, inline_message_id: inlineId };
    return client.call("editMessageText", params, how);
  }
  const params = { ...addressOf(draft), ...words };
  return edits === undefined
    ? client.call("sendMessage", { ...sendOptions(draft), ...params }, how)
    : client.call("editMessageText", { ...params, message_id: edits }, how);
}

function callPhoto(
  { client }: Carrier,
  draft: Draft,
  { photo, picture }: { readonly photo: Photo; readonly picture: Picture },
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const { edits } = draft;
  const shown = photoOptions(draft, picture);
  if (edits === undefined) {
    const params = { ...sendOptions(draft), ...addressOf(draft), photo, ...shown };
    return client.call("sendPhoto", params, how);
  }
  const isKept = typeof photo === "string";
  const media = { type: "photo" as const, media: isKept ? photo : "attach://card", ...shown };
  const params = { ...addressOf(draft), message_id: edits, media };
  return client.call("editMessageMedia", isKept ? params : { ...params, card: photo }, how);
}

function photoOptions(draft: Draft, picture: Picture) {
  const isHidden = picture.type === "card" && picture.spoiler === true;
  return { ...captionOf(draft), ...(isHidden && { has_spoiler: true }) };
}

function addressOf(draft: Draft) {
  return { chat_id: draft.chatId, ...keyboardOf(draft) };
}

function keyboardOf({ message: { keyboard } }: Draft) {
  return keyboard === undefined ? {} : { reply_markup: toInlineKeyboard(keyboard) };
}

function captionOf({ plain, message }: Draft) {
  return plain === true
    ? { caption: visible(message) }
    : { caption: message.html, parse_mode: "HTML" as const };
}

function callDocument(
  { client }: Carrier,
  draft: Draft,
  file: File,
  how: CallOptions,
): Promise<CallResult<unknown>> {
  const params = { ...sendOptions(draft), ...addressOf(draft), ...captionOf(draft) };
  return client.call("sendDocument", { ...params, document: { file } }, how);
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
  if (outcome.type === "forbidden" && draft.document !== undefined) return withoutFile(draft);
  if (outcome.type === "topicClosed" && threadId !== undefined) return rest;
  if (outcome.type === "uneditable" && edits !== undefined) {
    return threadId === undefined ? rest : { ...rest, threadId };
  }
  return outcome.type === "badMessage" ? amendMessage(draft, outcome.fault) : undefined;
}

/** A chat may take words and no files. */
function withoutFile({ document: _document, ...draft }: Draft): Draft {
  const lines = (["ar", "en"] as const).map((language) =>
    directed(say(language, "sharing:export.refused"), language),
  );
  return { ...draft, message: { html: join(lines, "\n").html } };
}

function amendMessage(draft: Draft, fault: MessageFault): Draft | undefined {
  if (fault === "entities" && draft.plain === undefined) return { ...draft, plain: true };
  if (fault === "picture" && draft.wordsOnly === undefined) return { ...draft, wordsOnly: true };
  if (fault === "keyboard" && draft.message.keyboard !== undefined) {
    const { keyboard: _keyboard, ...message } = draft.message;
    return { ...draft, message };
  }
  return undefined;
}
