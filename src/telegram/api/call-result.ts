import { redact } from "../../log.ts";

/** What became of a call. Nothing in it holds the bot's token. */
export type CallResult<T> =
  | { readonly type: "ok"; readonly result: T }
  | Refused
  /** Nothing was written: Telegram knows nothing of the call, and it may be made again. */
  | { readonly type: "unwritten"; readonly reason: string }
  /** Written, and no answer came: it may have been carried out. */
  | { readonly type: "unanswered"; readonly reason: string }
  /** The status says that it was carried out, and the body is not the Bot API's. */
  | { readonly type: "unreadable"; readonly reason: string };

/** Telegram, or something on the way to it, said no. */
export interface Refused {
  readonly type: "refused";
  /** Telegram's error code, which is the HTTP status. */
  readonly code: number;
  /** Telegram's own words; for a body that is not Telegram's, a line that says so. */
  readonly description: string;
  /** Whole seconds to wait before the same request. */
  readonly retryAfter?: number;
  /** The supergroup that the group has become. */
  readonly migrateTo?: number;
}

/** Reads an answer; a body that the Bot API would not have written is never an exception. */
export function readAnswer<T>(status: number, bytes: Buffer): CallResult<T> {
  const body = parse(bytes);
  if (isObject(body) && body["ok"] === true && "result" in body) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Telegram keeps to its own types
    return { type: "ok", result: body["result"] as T };
  }
  if (isObject(body) && body["ok"] === false) return refusal(status, body);
  return status >= 200 && status < 300
    ? { type: "unreadable", reason: `HTTP ${status} with a body that is not the Bot API's` }
    : { type: "refused", code: status, description: `HTTP ${status} without a Bot API answer` };
}

function refusal(status: number, body: Record<string, unknown>): Refused {
  const { error_code: code, description, parameters } = body;
  const more = isObject(parameters) ? parameters : {};
  const { retry_after: retryAfter, migrate_to_chat_id: migrateTo } = more;
  return {
    type: "refused",
    code: isCount(code) ? code : status,
    description: typeof description === "string" ? redact(description) : `HTTP ${status}`,
    ...(isCount(retryAfter) ? { retryAfter } : {}),
    ...(Number.isSafeInteger(migrateTo) ? { migrateTo: Number(migrateTo) } : {}),
  };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A whole number above zero; `"5"`, -1 and NaN are not ones that a timer should be given. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}
