import type { Clock } from "../clock.ts";
import { createCompactLog } from "./compact-log.ts";
import { createFullLog } from "./full-log.ts";
import type { Entry, Happening } from "./happening.ts";
import type { Log } from "./log.ts";

export interface Record {
  readonly add: (happening: Happening) => void;
  /** Entries after `seq`, oldest first. */
  readonly entries: (afterSeq?: number) => readonly Entry[];
  readonly size: () => number;
  readonly listen: (listener: (entry: Entry) => void) => () => void;
  /**
   * The first entry after `afterSeq` for which it holds, whether it is there already or comes;
   * rejects when the signal aborts.
   */
  readonly waitFor: (
    predicate: (entry: Entry) => boolean,
    options?: { readonly afterSeq?: number; readonly signal?: AbortSignal },
  ) => Promise<Entry>;
}

/** "compact" keeps some 40 bytes a message: its place, time and hash, but not its text. */
export type RecordKind = "full" | "compact";

export function createRecord(clock: Clock, kind: RecordKind): Record {
  const log: Log = kind === "full" ? createFullLog() : createCompactLog();
  const listeners = new Set<(entry: Entry) => void>();

  function listen(listener: (entry: Entry) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    add(happening) {
      const entry = { ...happening, seq: log.size() + 1, time: clock.now() };
      log.add(entry);
      for (const listener of listeners) listener(entry);
    },
    entries: (afterSeq = 0) => [...log.after(afterSeq)],
    size: log.size,
    listen,
    waitFor(predicate, { afterSeq = 0, signal } = {}) {
      const there = log.after(afterSeq)[Symbol.iterator]();
      for (let next = there.next(); next.done !== true; next = there.next()) {
        if (predicate(next.value)) return Promise.resolve(next.value);
      }
      return new Promise((resolve, reject) => {
        const stop = listen((entry) => {
          if (!predicate(entry)) return;
          stop();
          resolve(entry);
        });
        function giveUp(): void {
          stop();
          reject(new Error("no such entry came", { cause: signal?.reason }));
        }
        if (signal?.aborted === true) giveUp();
        else signal?.addEventListener("abort", giveUp, { once: true });
      });
    },
  };
}
