import { Worker } from "node:worker_threads";
import type { Picture } from "../rendering/message/picture.ts";
import type { Drawn, Task } from "./worker.ts";

/** Draws pictures in a thread of its own, so that nobody waits for one who did not ask for it. */
export interface Drawing {
  /**
   * A PNG of the picture; the same picture gives the same bytes.
   * @throws where it cannot be drawn, or takes longer than the limit
   */
  readonly draw: (picture: Picture) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** A card takes about a fifth of a second, and the first one a second. */
const mostMs = 20_000;

interface Waiting {
  readonly settle: (drawn: Drawn | Error) => void;
}

/** The thread is started for the first picture, and anew where it ended or did not answer. */
export function createDrawing(limit = mostMs): Drawing {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function end(error: Error): void {
    void worker?.terminate();
    worker = undefined;
    for (const { settle } of waiting.values()) settle(error);
  }

  function start(): Worker {
    const started = new Worker(new URL("worker.ts", import.meta.url));
    started.on("message", (drawn: Drawn) => waiting.get(drawn.id)?.settle(drawn));
    started.on("error", (error) => {
      if (worker === started) end(new Error(`the drawing thread ended: ${String(error)}`));
    });
    started.on("exit", (code) => {
      if (worker === started) end(new Error(`the drawing thread ended with ${code}`));
    });
    return started;
  }

  return {
    draw(picture) {
      const thread = (worker ??= start());
      last += 1;
      const id = last;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => end(new Error(`not drawn in ${limit} ms`)), limit);
        waiting.set(id, {
          settle(drawn) {
            clearTimeout(late);
            waiting.delete(id);
            if (drawn instanceof Error) reject(drawn);
            else if (drawn.type === "failed") reject(new Error(drawn.reason));
            else resolve(drawn.bytes);
          },
        });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        thread.postMessage({ id, picture } satisfies Task);
      });
    },
    async close() {
      const ending = worker;
      worker = undefined;
      for (const { settle } of waiting.values()) settle(new Error("the drawing was closed"));
      await ending?.terminate();
    },
  };
}
