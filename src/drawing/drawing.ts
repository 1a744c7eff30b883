import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Picture } from "../rendering/message/picture.ts";
import type { Drawn } from "./worker.ts";

/** Draws pictures in a thread of its own, so that nobody waits for one who did not ask for it. */
export interface Drawing {
  /**
   * A PNG of the picture; the same picture gives the same bytes.
   * @throws where it cannot be drawn, or takes longer than the limit
   */
  readonly draw: (picture: Picture) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** A card takes about a fifth of a second, and the first one a second more. */
const mostMs = 20_000;

/**
 * One picture at a time, each within `limit` ms. The thread is started for the first one, and anew
 * where it ended or did not answer.
 */
export function createDrawing(limit = mostMs): Drawing {
  const closing = new AbortController();
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function drawOne(picture: Picture): Promise<Uint8Array> {
    closing.signal.throwIfAborted();
    const late = AbortSignal.timeout(limit);
    worker ??= new Worker(new URL("worker.ts", import.meta.url));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(picture);
    try {
      const drawn = await answerOf(worker, AbortSignal.any([late, closing.signal]));
      if (drawn.type === "png") return drawn.bytes;
      throw new Error(drawn.reason);
    } catch (error) {
      await end();
      if (closing.signal.aborted) throw closing.signal.reason;
      throw late.aborted ? new Error(`not drawn in ${limit} ms`) : error;
    }
  }

  return {
    draw(picture) {
      const drawn = last.then(() => drawOne(picture));
      last = drawn.catch(() => {});
      return drawn;
    },
    close() {
      closing.abort(new Error("the drawing was closed"));
      return end();
    },
  };
}

/** @throws what ended the thread */
async function answerOf(worker: Worker, signal: AbortSignal): Promise<Drawn> {
  const ended = new AbortController();
  const exit = once(worker, "exit", { signal: ended.signal }).then(([code]) => {
    throw new Error(`the drawing thread ended with ${String(code)}`);
  });
  try {
    const message = once(worker, "message", { signal: AbortSignal.any([signal, ended.signal]) });
    const [drawn]: Drawn[] = await Promise.race([message, exit]);
    return drawn ?? { type: "failed", reason: "the drawing thread said nothing" };
  } finally {
    ended.abort();
    exit.catch(() => {});
  }
}
