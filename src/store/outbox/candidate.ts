import type { RunTable } from "../tables/outbox.ts";

/** A row that may be next. */
export interface Candidate {
  readonly id: number;
  readonly runId: number;
  readonly kind: RunTable["kind"];
  readonly task: "new" | "edit" | "reply";
  readonly chatId: number;
  readonly threadId: number;
  readonly isGroup: boolean;
  readonly part: number;
  readonly messageId: number;
  /** Telegram's id of the message to edit. */
  readonly editsId?: number;
  /** The same of a message of the inline mode; its `chatId` is 0, and no chat's pace is its. */
  readonly inlineId?: string;
  /** Telegram's id of the message to answer. */
  readonly replyTo?: number;
  /** When its run is too old to be told. */
  readonly expiresAt: Date;
  /** Times that it was sent before. */
  readonly attempts: number;
  /** It may be there already. */
  readonly resent: boolean;
  /** What it showed when it was last sent. */
  readonly lastShownId: number | null;
  readonly silent: boolean;
  /** The chat's quiet hours, minutes of the day in its zone, or in the default one. */
  readonly zone: string | null;
  readonly quietFrom: number | null;
  readonly quietUntil: number | null;
  /** What is to be different from the time before. */
  readonly reason: string | null;
  /** Until when Telegram asked to leave the chat alone. */
  readonly heldUntil?: Date;
  /** An earlier part of the same message is not final: not before that one may go. */
  readonly follows?: Date;
  /** Why it is not to be sent at all any more. */
  readonly lapsed?: string;
  /** Why there is nothing left to do for it. */
  readonly needless?: string;
}
