import type { Entity } from "./control.ts";
import type { Clock } from "./clock.ts";
import type { InlineKeyboard } from "./rules/keyboard.ts";

/** What a call did; of calls that write to chats, in the order in which they were taken. */
export type Happening =
  | {
      readonly type: "sent" | "edited";
      readonly method: string;
      /** 0 for an edited inline message. */
      readonly chatId: number;
      readonly messageId: number;
      readonly text: string;
      readonly entities: readonly Entity[];
      readonly keyboard?: InlineKeyboard;
      readonly threadId?: number;
      readonly silent?: boolean;
      readonly paid?: boolean;
    }
  | { readonly type: "deleted"; readonly chatId: number; readonly messageIds: readonly number[] }
  | {
      readonly type: "answered";
      readonly callbackId: string;
      readonly text: string;
      readonly alert: boolean;
    }
  /** A call that changes or asks something else. */
  | { readonly type: "called"; readonly method: string; readonly args: unknown }
  | {
      readonly type: "refused";
      readonly method: string;
      readonly chatId?: number | string;
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
    }
  /** What Telegram would have dropped without an error from a message that it took. */
  | {
      readonly type: "dropped";
      readonly method: string;
      readonly chatId: number;
      readonly what: readonly string[];
    };

export type Entry = Happening & {
  /** Grows by one from 1. */
  readonly seq: number;
  /** Unix milliseconds of the simulated world. */
  readonly time: number;
};

export interface Record {
  readonly add: (happening: Happening) => void;
  /** Entries after `seq`, oldest first. */
  readonly entries: (afterSeq?: number) => readonly Entry[];
  readonly listen: (listener: (entry: Entry) => void) => () => void;
}

export function createRecord(clock: Clock): Record {
  const entries: Entry[] = [];
  const listeners = new Set<(entry: Entry) => void>();
  return {
    add(happening) {
      const entry = { ...happening, seq: entries.length + 1, time: clock.now() };
      entries.push(entry);
      for (const listener of listeners) listener(entry);
    },
    entries: (afterSeq = 0) => entries.slice(afterSeq),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
