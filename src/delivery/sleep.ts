import { setTimeout } from "node:timers/promises";

/** Waits so many milliseconds, or until `signal` says that waiting is over. Never rejects. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** A timer holds no more than 31 bits; a longer one would fire at once. */
const longest = 2 ** 31 - 1;

export const sleep: Sleep = async (ms, signal) => {
  try {
    await setTimeout(Math.min(ms, longest), undefined, signal === undefined ? {} : { signal });
  } catch {
    // The signal ended the wait.
  }
};
