import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Json } from "../world/message-json.ts";
import type { Hook } from "./webhook.ts";

export interface PostOptions {
  /**
   * Sends each body in two pieces, cut inside a letter of more than one byte where there is one,
   * as a network may cut it.
   */
  readonly splitBody: boolean;
}

export type PostOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string; readonly retryAfterMs?: number };

const readTimeout = 60_000;

/** Long enough for the first piece to leave, and to be read, by itself. */
const betweenPieces = 30;

function cut(body: Buffer): number {
  const inside = body.findIndex((byte) => byte >= 0x80);
  return inside === -1 ? Math.ceil(body.length / 2) : inside + 1;
}

function write(request: ClientRequest, body: Buffer, splitBody: boolean): void {
  if (!splitBody) {
    request.end(body);
    return;
  }
  const at = cut(body);
  request.setNoDelay(true);
  request.write(body.subarray(0, at), () => {
    setTimeout(() => request.end(body.subarray(at)), betweenPieces);
  });
}

function outcomeOf(response: IncomingMessage): PostOutcome {
  response.resume();
  const { statusCode = 0, statusMessage = "" } = response;
  if (statusCode >= 200 && statusCode < 300) return { ok: true };
  const retryAfter = Number(response.headers["retry-after"]);
  return {
    ok: false,
    error: `Wrong response from the webhook: ${statusCode} ${statusMessage}`,
    ...(retryAfter > 0 && { retryAfterMs: retryAfter * 1000 }),
  };
}

function errorText(error: NodeJS.ErrnoException): string {
  return error.code === "ECONNREFUSED" ? "Connection refused" : error.message;
}

/** Posts one update to the bot's server; never rejects. */
export function postUpdate(
  hook: Hook,
  update: Json,
  options: PostOptions & { readonly signal: AbortSignal },
): Promise<PostOutcome> {
  const body = Buffer.from(JSON.stringify(update));
  const send = hook.url.startsWith("https:") ? httpsRequest : httpRequest;
  const headers = {
    "content-type": "application/json",
    "content-length": body.length,
    ...(hook.secret !== undefined && { "x-telegram-bot-api-secret-token": hook.secret }),
  };
  const { signal, splitBody } = options;
  return new Promise((resolve) => {
    const request = send(hook.url, { method: "POST", headers, signal, timeout: readTimeout });
    request.on("response", (response) => resolve(outcomeOf(response)));
    request.on("timeout", () => request.destroy(new Error("Read timeout expired")));
    request.on("error", (error) => resolve({ ok: false, error: errorText(error) }));
    write(request, body, splitBody);
  });
}
