/** The clock of the simulated world: real time plus an offset that tests and the page may set. */
export interface Clock {
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly seconds: () => number;
  readonly set: (unixMs: number) => void;
  readonly advance: (ms: number) => void;
}

/** The one place of the simulator that reads real time; `onChange` hears of jumps only. */
export function createClock(
  real: () => number = Date.now,
  onChange: (now: number) => void = () => {},
): Clock {
  let offset = 0;
  const now = () => real() + offset;
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    set(unixMs) {
      offset = unixMs - real();
      onChange(now());
    },
    advance(ms) {
      offset += ms;
      onChange(now());
    },
  };
}
