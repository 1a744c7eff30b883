import type { Dispatcher } from "undici";
import { redact } from "../../log.ts";
import type { RequestBody } from "./request-body.ts";

export interface Exchange extends Partial<RequestBody> {
  /** Default POST. */
  readonly method?: "GET" | "POST";
  readonly origin: string;
  readonly path: string;
  /** Milliseconds for everything, from connecting to the last byte of the answer. */
  readonly limit: number;
  readonly signal?: AbortSignal;
  /** Asked at the last moment before anything is written. */
  readonly mayBegin?: () => boolean;
}

export type Exchanged =
  | { readonly type: "answered"; readonly status: number; readonly bytes: Buffer }
  | { readonly type: "unwritten"; readonly reason: string }
  | { readonly type: "unanswered"; readonly reason: string };

type Controller = Dispatcher.DispatchController;

/**
 * Makes one request and reads the answer whole. Knows whether any of it was written: undici calls
 * onRequestStart when it has a connection and is about to write, and a request stopped there or
 * before is one that the other side never saw.
 */
export function exchange(dispatcher: Dispatcher, request: Exchange): Promise<Exchanged> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let controller: Controller | undefined;
    let status = 0;
    let settled = false;

    // Of a process that stood still, timers go off before it reads what has come meanwhile.
    const timer = setTimeout(() => setImmediate(giveUp), request.limit);
    const giveUp = (): void => stop(`no answer within ${request.limit} ms`);
    const onAbort = (): void => stop("stopped by us");

    function settle(exchanged: Exchanged): void {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", onAbort);
      resolve(exchanged);
    }

    function stop(reason: string): void {
      settle({ type: controller === undefined ? "unwritten" : "unanswered", reason });
      controller?.abort(new Error(reason));
    }

    if (request.signal?.aborted === true) return onAbort();
    request.signal?.addEventListener("abort", onAbort);

    dispatcher.dispatch(
      {
        origin: request.origin,
        path: request.path,
        method: request.method ?? "POST",
        headers: { ...request.headers },
        ...(request.body !== undefined && { body: request.body }),
      },
      {
        onRequestStart(started) {
          if (request.mayBegin?.() === false) stop("not ours to send any more");
          if (settled) return started.abort(new Error("given up before it was written"));
          controller = started;
        },
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          settle({ type: "answered", status, bytes: Buffer.concat(chunks) });
        },
        onResponseError(_controller, error) {
          stop(reasonOf(error));
        },
      },
    );
  });
}

/** The kind of fault, such as "ECONNRESET: read ECONNRESET". */
function reasonOf(error: Error & { readonly code?: unknown }): string {
  const code = typeof error.code === "string" ? error.code : error.name;
  return redact(error.message === "" ? code : `${code}: ${error.message}`);
}
