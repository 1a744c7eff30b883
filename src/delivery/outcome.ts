/** What became of a message (or another call), and with it what may be done next. */
export type Outcome<T = unknown> =
  | { readonly type: "sent"; readonly result: T }
  /** Not now. Without `seconds`, Telegram did not say until when. Nothing was sent. */
  | { readonly type: "later"; readonly seconds?: number }
  /** Nothing was written; it is safe to try again. */
  | { readonly type: "unwritten"; readonly reason: string }
  /** The group is a supergroup now; nothing was sent. */
  | { readonly type: "moved"; readonly to: number }
  /**
   * It may have been sent. `unanswered`: written, and no answer came. `unreadable`: Telegram's
   * status says that it was taken, in a body that is not Telegram's. `server error`: Telegram fails
   * requests that it has already handed on when it restarts.
   */
  | {
      readonly type: "unknown";
      readonly cause: "unanswered" | "unreadable" | "server error";
      readonly reason: string;
    }
  | Refusal
  /** Refused in words that we do not know: this message failed, its chat is left alone. */
  | { readonly type: "failed"; readonly code: number; readonly description: string };

/** What a refusal of Telegram means for the message and its chat. */
export type Refusal =
  /** The message is as it should be already. */
  | { readonly type: "unchanged" }
  /** A press that is too old to be answered. */
  | { readonly type: "stale" }
  /** Nothing can be sent to this chat until something happens there. */
  | { readonly type: "gone"; readonly reason: GoneReason }
  /** The chat is there, and we may not write in it. */
  | { readonly type: "forbidden" }
  /** The forum topic is closed or deleted; the chat itself is well. */
  | { readonly type: "topicClosed" }
  /** `gone`: the message to be edited is deleted. `fixed`: nobody may edit it any more. */
  | { readonly type: "uneditable"; readonly why: "gone" | "fixed" }
  /** We made the message wrong. */
  | { readonly type: "badMessage"; readonly fault: MessageFault }
  /** There are no Stars to pay for a broadcast above the free rate. */
  | { readonly type: "unpaid" }
  /** The token is not valid (any more). */
  | { readonly type: "unauthorized" }
  /** Somebody else receives with this token. */
  | { readonly type: "conflict" }
  /** Telegram took the message and lost sight of it. */
  | { readonly type: "unknown"; readonly cause: "deleted at once" };

/** `not found` may be our own mistake: it wants a second sighting before a chat is given up. */
export type GoneReason = "blocked" | "deactivated" | "kicked" | "deleted" | "not met" | "not found";

export type MessageFault = "entities" | "too long" | "empty" | "keyboard" | "picture";
