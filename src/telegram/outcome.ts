import type { CallResult, Refused } from "./call-result.ts";
import { recognise, type Refusal } from "./refusals.ts";

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
   * It may have been sent. `unanswered`: written, no readable answer. `server error`: Telegram
   * fails requests that it has already handed on when it restarts.
   */
  | {
      readonly type: "unknown";
      readonly cause: "unanswered" | "server error";
      readonly reason: string;
    }
  | Refusal
  /** Refused in words that we do not know: this message failed, its chat is left alone. */
  | { readonly type: "failed"; readonly code: number; readonly description: string };

/** The meaning of a call's result. */
export function outcomeOf<T>(result: CallResult<T>): Outcome<T> {
  if (result.type === "ok") return { type: "sent", result: result.result };
  if (result.type === "refused") return outcomeOfRefusal(result);
  return result.type === "unwritten"
    ? { type: "unwritten", reason: result.reason }
    : { type: "unknown", cause: "unanswered", reason: result.reason };
}

function outcomeOfRefusal(refused: Refused): Outcome<never> {
  const { code, retryAfter, migrateTo } = refused;
  const description = withoutQuotes(refused.description);
  if (migrateTo !== undefined) return { type: "moved", to: migrateTo };
  if (code === 429) {
    return { type: "later", ...(retryAfter === undefined ? {} : { seconds: retryAfter }) };
  }
  const known = recognise(code, refused.description);
  if (known !== undefined) return known;
  if (code >= 500) return { type: "unknown", cause: "server error", reason: description };
  return { type: "failed", code, description };
}

/** Telegram quotes pieces of a refused message; those are not for the log. */
function withoutQuotes(description: string): string {
  return description.replace(/"[^"]*"/g, '"…"').slice(0, 200);
}
