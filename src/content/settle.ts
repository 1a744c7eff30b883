/** After a save, milliseconds until the folder is read. */
const soonMs = 150;

/** Milliseconds without another save after which a problem is no half-written file. */
const settledMs = 400;

interface Settling {
  /** Something changed: look soon, and once more when it has settled. */
  touch(): void;
  stop(): void;
}

/**
 * Looks after bursts of changes. `isSettled()` tells, at any time during a look, whether nothing
 * has changed for long enough to believe in problems.
 */
export function createSettling(look: (isSettled: () => boolean) => void): Settling {
  let touches = 0;
  let timers: readonly NodeJS.Timeout[] = [];

  function stop(): void {
    for (const timer of timers) clearTimeout(timer);
  }

  function touch(): void {
    stop();
    const at = ++touches;
    timers = [
      setTimeout(look, soonMs, () => false),
      setTimeout(look, settledMs, () => at === touches),
    ];
  }

  return { touch, stop };
}
