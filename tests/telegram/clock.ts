import type { Sleep } from "../../src/delivery/sleep.ts";

export interface TestClock {
  readonly now: () => Date;
  readonly sleep: Sleep;
  /** The waits that were asked for, in milliseconds. */
  readonly waits: number[];
}

const start = Date.parse("2026-11-22T07:00:00Z");

/** Every wait is over at once, and time has gone on by as much. */
export function hastyClock(): TestClock {
  let time = start;
  const waits: number[] = [];
  return {
    now: () => new Date(time),
    waits,
    sleep(ms, signal) {
      if (signal?.aborted === true) return Promise.resolve();
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
}

export interface PatientClock extends TestClock {
  /** Milliseconds that have gone by, however the clock was set. */
  readonly elapsed: () => number;
  readonly advance: (ms: number) => void;
  /** The clock is set, and waits are as long as they were. */
  readonly jump: (ms: number) => void;
}

/** Time stands still until the test moves it. */
export function patientClock(): PatientClock {
  let time = start;
  let jumped = 0;
  const waits: number[] = [];
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  return {
    now: () => new Date(time + jumped),
    elapsed: () => time - start,
    waits,
    sleep(ms, signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      if (signal?.aborted === true) return Promise.resolve();
      waits.push(ms);
      const sleeper = { at: time + ms, wake: resolve };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", () => {
        sleepers.delete(sleeper);
        resolve();
      });
      return promise;
    },
    jump(ms) {
      jumped += ms;
    },
    advance(ms) {
      time += ms;
      for (const sleeper of sleepers) {
        if (sleeper.at > time) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}
