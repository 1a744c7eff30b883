import type { Outcome } from "../../delivery/outcome.ts";
import type { CallResult, Refused } from "./call-result.ts";
import { recognise } from "./refusals.ts";

/** The meaning of a call's result. */
export function outcomeOf<T>(result: CallResult<T>): Outcome<T> {
  if (result.type === "ok") return { type: "sent", result: result.result };
  if (result.type === "refused") return outcomeOfRefusal(result);
  return result.type === "unwritten"
    ? { type: "unwritten", reason: result.reason }
    : { type: "unknown", cause: result.type, reason: result.reason };
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
