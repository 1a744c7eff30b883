import type { Message } from "../rendering/message.ts";
import type { Outcome } from "./outcome.ts";

/** A new message on its way to a chat. */
export interface Parcel {
  readonly chatId: number;
  /** Groups and channels have narrower limits than people. */
  readonly isGroup: boolean;
  readonly message: Message;
  /** The forum topic; absent for General and outside forums. */
  readonly threadId?: number;
  /** Without markup. */
  readonly plain?: true;
  /** Without a sound. */
  readonly silent?: true;
  /** Above the free rate, for Stars. */
  readonly paid?: true;
}

/**
 * Makes one request and never repeats it. Never rejects: what happened is in the outcome, with
 * Telegram's id of the message where it was sent.
 */
export type SendParcel = (parcel: Parcel, signal: AbortSignal) => Promise<Outcome<number>>;
