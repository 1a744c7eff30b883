/** Who polls now: the newest caller; taking the place ends the one before. */
export interface Poller {
  /** Aborted, with the reason as a sentence, when the caller loses its place. */
  readonly take: () => AbortSignal;
  readonly end: (reason: string) => void;
}

const anotherPoller =
  "terminated by other getUpdates request; make sure that only one bot instance is running";

export function createPoller(): Poller {
  let current: AbortController | undefined;
  return {
    take() {
      current?.abort(anotherPoller);
      current = new AbortController();
      return current.signal;
    },
    end(reason) {
      current?.abort(reason);
      current = undefined;
    },
  };
}
