/** Waits so many milliseconds, or until `signal` says that waiting is over. Never rejects. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** A timer holds no more than 31 bits; a longer one would fire at once. */
const longest = 2 ** 31 - 1;

export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(ms, longest));
    signal?.addEventListener("abort", end);
  });
