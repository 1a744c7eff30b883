import type { Keyboard, Message } from "../rendering/message/message.ts";
import type { Picture } from "../rendering/message/picture.ts";
import type { TakenRow } from "../store/outbox/outbox.ts";
import type { Outcome } from "./outcome.ts";

/** A message on its way to a chat, or a change of one that is there. */
export interface Parcel {
  readonly chatId: number;
  /** Groups and channels have narrower limits than people. */
  readonly isGroup: boolean;
  readonly message: Message;
  /** The forum topic; absent for General and outside forums. */
  readonly threadId?: number;
  /** Telegram's id of the message that is changed in place; without it, a new one is sent. */
  readonly edits?: number;
  /** The same of a message of the inline mode, whose chat nobody knows. */
  readonly inlineId?: string;
  /** Telegram's id of the message that a new one answers, if it is there still. */
  readonly replyTo?: number;
  /** Without markup. */
  readonly plain?: true;
  /** Only the words: Telegram does not take the picture, or it cannot be drawn. */
  readonly wordsOnly?: true;
  /** Without a sound. */
  readonly silent?: true;
  /** Above the free rate, for Stars. */
  readonly paid?: true;
}

/** Telegram's id of the message; none of a message of the inline mode. */
export type Sent = number | undefined;

/**
 * Makes one request and never repeats it. Never rejects: what happened is in the outcome, with
 * Telegram's id of the message where it was sent.
 */
export type SendParcel = (parcel: Parcel, consent: Consent) => Promise<Outcome<Sent>>;

export interface Consent {
  /** Ends the request, which may have been carried out. */
  readonly signal: AbortSignal;
  /** Asked at the last moment before anything is written: whether it is still ours to send. */
  readonly mayBegin: () => boolean;
}

export interface ParcelOptions {
  readonly paid: boolean;
  /** Without a sound, whatever the row says. */
  readonly silent: boolean;
}

/** What a row sends; without what Telegram did not understand the time before. */
export function parcelOf(row: TakenRow, { paid, silent }: ParcelOptions): Parcel {
  const { chatId, threadId, isGroup, reason, editsId: edits, inlineId, replyTo } = row;
  return {
    chatId,
    isGroup,
    message: messageOf(row),
    ...(threadId !== 0 && { threadId }),
    ...(edits !== undefined && { edits }),
    ...(inlineId !== undefined && { inlineId }),
    ...(replyTo !== undefined && { replyTo }),
    ...(reason === "entities" && { plain: true as const }),
    ...(reason === "picture" && { wordsOnly: true as const }),
    ...((row.silent || silent) && { silent: true as const }),
    ...(paid && { paid: true as const }),
  };
}

function messageOf({ html, reason, ...row }: TakenRow): Message {
  const keyboard: Keyboard | undefined =
    reason === "keyboard" || row.keyboard === null ? undefined : JSON.parse(row.keyboard);
  const picture: Picture | undefined = row.picture === null ? undefined : JSON.parse(row.picture);
  return { html, ...(keyboard && { keyboard }), ...(picture && { picture }) };
}
