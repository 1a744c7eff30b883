import { ApiError, type ErrorParameters } from "../api-error.ts";
import type { Telegram } from "../world/telegram.ts";
import { methods } from "./all.ts";
import { Described } from "./described.ts";
import type { Caller } from "./method.ts";

/** The Bot API's envelope. */
export type Answer =
  | { readonly ok: true; readonly result: unknown; readonly description?: string }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: ErrorParameters;
    };

export type Values = Readonly<Record<string, unknown>>;

export function refusal(error: ApiError): Answer & { ok: false } {
  return {
    ok: false,
    error_code: error.code,
    description: error.message,
    ...(error.parameters !== undefined && { parameters: error.parameters }),
  };
}

/** Writes a refusal down, with the chat that it was about. */
export function recordRefusal(
  telegram: Telegram,
  name: string,
  values: Values,
  error: ApiError,
): void {
  const chatId = values["chat_id"];
  const retryAfter = error.parameters?.retry_after;
  telegram.record.add({
    type: "refused",
    method: name,
    ...((typeof chatId === "number" || typeof chatId === "string") && { chatId }),
    code: error.code,
    description: error.message,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(error.early && { early: true }),
  });
}

/** Runs one call of the Bot API and writes a refusal into the record. */
export async function callMethod(
  telegram: Telegram,
  name: string,
  values: Values,
  caller: Caller,
): Promise<Answer> {
  try {
    const method = methods.get(name.toLowerCase());
    if (method === undefined) throw new ApiError(404, "Not Found: method not found");
    const result = await method.call(telegram, values, caller);
    if (!(result instanceof Described)) return { ok: true, result };
    return { ok: true, result: result.result, description: result.description };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    recordRefusal(telegram, name, values, error);
    return refusal(error);
  }
}
