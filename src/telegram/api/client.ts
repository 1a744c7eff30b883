import { Agent } from "undici";
import { readAnswer, type CallResult } from "./call-result.ts";
import { exchange } from "./exchange.ts";
import type { MethodName, Params, Result } from "./methods.ts";
import { encode } from "./request-body.ts";

export interface Client {
  /** Makes one call. Never throws and never repeats: what happened is in the result. */
  call<M extends MethodName>(
    method: M,
    params: Params<M>,
    options?: CallOptions,
  ): Promise<CallResult<Result<M>>>;
  /** The bytes of a file by the path that getFile gave, at most 16 MiB; as `call`. */
  download(
    path: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<CallResult<Uint8Array>>;
  /** Waits for the calls in flight and lets go of the connections. */
  close(): Promise<void>;
}

export interface CallOptions {
  /** Ends the call, which may have been carried out. */
  readonly signal?: AbortSignal;
  /** Asked at the last moment before anything is written: false, and nothing is. */
  readonly mayBegin?: () => boolean;
}

/** Milliseconds for a whole call: connecting, writing, waiting and reading the answer. */
export interface TimeLimits {
  readonly connect: number;
  /**
   * Telegram may sleep through flood waits of its own before it answers a send; giving up sooner
   * would make duplicates.
   */
  readonly send: number;
  /** What getUpdates gets on top of the time that it asks Telegram to hold it. */
  readonly poll: number;
  readonly other: number;
}

export const timeLimits: TimeLimits = {
  connect: 10_000,
  send: 60_000,
  poll: 15_000,
  other: 30_000,
};

export interface ClientOptions {
  readonly token: string;
  /** Such as `https://api.telegram.org`. */
  readonly apiRoot: string;
  readonly limits?: Partial<TimeLimits>;
}

/** One getUpdates answer ends at 4 MiB; anything far above that is not Telegram's. */
const largestAnswer = 16 * 1024 * 1024;

/** The only way to Telegram. Connections are kept alive and never shared by two calls at a time. */
export function createClient(options: ClientOptions): Client {
  const limits = { ...timeLimits, ...options.limits };
  const root = new URL(options.apiRoot);
  const agent = new Agent({
    allowH2: false,
    connect: { timeout: limits.connect },
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: largestAnswer,
  });
  const base = root.pathname.replace(/\/$/, "");
  return {
    async call(method, params, how = {}) {
      const path = `${base}/bot${options.token}/${method}`;
      const sent = await exchange(agent, {
        origin: root.origin,
        path,
        ...encode(params),
        limit: limitOf(method, params, limits),
        ...how,
      });
      return sent.type === "answered" ? readAnswer(sent.status, sent.bytes) : sent;
    },
    async download(file, { signal } = {}) {
      const name = file.split("/").map(encodeURIComponent).join("/");
      const sent = await exchange(agent, {
        origin: root.origin,
        path: `${base}/file/bot${options.token}/${name}`,
        method: "GET",
        limit: limits.send,
        ...(signal === undefined ? {} : { signal }),
      });
      if (sent.type !== "answered") return sent;
      return sent.status === 200
        ? { type: "ok", result: sent.bytes }
        : readAnswer(sent.status, sent.bytes);
    },
    close: () => (agent.closed ? Promise.resolve() : agent.close()),
  };
}

function limitOf(method: MethodName, params: object, limits: TimeLimits): number {
  if (method === "getUpdates" && "timeout" in params) {
    return Number(params.timeout) * 1000 + limits.poll;
  }
  return /^(send|edit)/.test(method) ? limits.send : limits.other;
}
