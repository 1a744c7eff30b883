import type { Entity } from "../control.ts";
import type { InlineKeyboard } from "../rules/keyboard.ts";

/** A message as it was taken; `text`, `entities` and `keyboard` are left out of a compact record. */
export interface Taken {
  readonly type: "sent" | "edited";
  readonly method: string;
  readonly chatId: number;
  readonly messageId: number;
  /** The same for the same text and keyboard; see `hashOf`. */
  readonly hash: number;
  readonly text?: string;
  readonly entities?: readonly Entity[];
  readonly keyboard?: InlineKeyboard;
  readonly threadId?: number;
  readonly replyTo?: number;
  readonly silent?: boolean;
  readonly paid?: boolean;
}

export interface Refused {
  readonly type: "refused";
  readonly method: string;
  readonly chatId?: number | string;
  readonly code: number;
  readonly description?: string;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Tried before the `retry_after` of an earlier refusal was over. */
  readonly early?: boolean;
}

/** What a call did, in the order in which the calls were taken. */
export type Happening =
  | Taken
  | Refused
  | { readonly type: "deleted"; readonly chatId: number; readonly messageIds: readonly number[] }
  | {
      readonly type: "answered";
      readonly callbackId: string;
      readonly text: string;
      readonly alert: boolean;
    }
  /** A call that changes or asks something else. */
  | { readonly type: "called"; readonly method: string; readonly args: unknown }
  /** What Telegram would have dropped without an error from a message that it took. */
  | {
      readonly type: "dropped";
      readonly method: string;
      readonly chatId: number;
      readonly what: readonly string[];
    }
  /** A fault met a call; whether the call was carried out, the entries beside it say. */
  | {
      readonly type: "fault";
      readonly method: string;
      readonly action: string;
      readonly chatId: number;
    };

export type Entry = Happening & {
  /** Grows by one from 1. */
  readonly seq: number;
  /** Unix milliseconds of the simulated world. */
  readonly time: number;
};

/** A 32-bit hash (FNV-1a over UTF-16 units) of what a reader sees of a message. */
export function hashOf(text: string, keyboard: InlineKeyboard | undefined): number {
  const all = keyboard === undefined ? text : text + JSON.stringify(keyboard);
  let hash = 0x811c9dc5;
  for (let index = 0; index < all.length; index += 1) {
    hash = Math.imul(hash ^ all.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
