import type { Generated } from "kysely";
import type { Flag } from "./flag.ts";

/** One firing of one schedule, one alert, notice or correction: what its messages have in common. */
export interface RunTable {
  readonly id: Generated<number>;
  readonly kind: "digest" | "alert" | "notice" | "correction";
  /** What there is once: an alert of a story, a notice, a correction; null for digests. */
  readonly key: string | null;
  readonly schedule_id: number | null;
  readonly story_id: string | null;
  readonly slot: number;
  readonly window_from: number;
  readonly window_until: number;
  readonly made_at: number;
  readonly expires_at: number;
  /** It has reached all subscriptions of the chats up to this id. */
  readonly cursor: number;
  readonly state: "spreading" | "spread" | "done";
  readonly paused: Flag;
  /** Why it is paused. */
  readonly reason: string | null;
}

/** A rendered message, shared by all places that get the same words. */
export interface MessageTable {
  readonly id: Generated<number>;
  readonly run_id: number;
  /** What the words depend on. */
  readonly variant: string;
  /** From 0. */
  readonly part: number;
  readonly html: string;
  /** JSON of a Keyboard. */
  readonly keyboard: string | null;
  /** JSON of a Picture, whose caption the words are. */
  readonly picture: string | null;
  /** What it is made of, where it shows figures. */
  readonly shown_id: number | null;
  /** Where the news in it begins. */
  readonly news_from: number;
}

/** A message to one place, or the edit of one that is there. */
export interface OutboxTable {
  readonly id: Generated<number>;
  readonly run_id: number;
  /** `edit`: of the message in the ledger. `reply`: to the newest message of the run's story. */
  readonly task: Generated<"new" | "edit" | "reply">;
  /** Null for notices, edits and replies. */
  readonly subscription_id: number | null;
  /** 0 for the edit of a message of the inline mode. */
  readonly chat_id: number;
  readonly thread_id: number;
  /** From 0; of an edit the id in the ledger, of a reply -1. */
  readonly part: number;
  readonly message_id: number;
  /** Of an edit. */
  readonly ledger_id: number | null;
  /** What it showed when it was last sent. */
  readonly shown_id: number | null;
  /** See outbox/priority.ts. */
  readonly priority: number;
  /** `retry`: not before `not_before`. `sending`: its intent is committed. The last three are final. */
  readonly state: "pending" | "retry" | "sending" | "sent" | "unknown" | "dead";
  readonly not_before: number | null;
  readonly attempts: Generated<number>;
  /** It may be a second copy. */
  readonly resent: Generated<Flag>;
  readonly silent: Flag;
  /** Why it is dead, unknown or to be sent again. */
  readonly reason: string | null;
  /** Of the lease under which it was last sent. */
  readonly epoch: number | null;
  /** Telegram's id of the message. */
  readonly sent_id: number | null;
  readonly sent_at: number | null;
}
