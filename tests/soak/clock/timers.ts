/** A time that stands still until it is moved, and timers that go off by it. */
export interface Timers {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** When the next timer is due; Infinity where there is none. */
  readonly next: () => number;
  /** Leaps; what is due by then goes off in its order, each after what the one before it brought. */
  readonly pass: (until: number) => Promise<void>;
  /** How many timers were begun or went off: whether anybody was at work. */
  readonly moves: () => number;
  readonly begin: (call: () => void, ms: number | undefined, again: boolean) => Timer;
  readonly end: (timer: Timer) => void;
}

/** What `setTimeout` gives, as far as anybody uses it. */
export interface Timer {
  readonly ref: () => Timer;
  readonly unref: () => Timer;
  readonly hasRef: () => boolean;
  readonly refresh: () => Timer;
  readonly close: () => Timer;
  readonly [Symbol.toPrimitive]: () => number;
  readonly [Symbol.dispose]: () => void;
}

interface Pending {
  readonly call: () => void;
  readonly ms: number;
  readonly again: boolean;
  due: number;
}

const immediate = setImmediate;

/** As Node's: whole milliseconds, at least one. */
function wholeOf(ms: number | undefined): number {
  return Math.max(1, Math.trunc(Number(ms)) || 1);
}

export function createTimers(start: number): Timers {
  const pending = new Map<Timer, Pending>();
  let now = start;
  let moves = 0;
  let lastId = 0;

  function first(): [Timer, Pending] | undefined {
    let found: [Timer, Pending] | undefined;
    for (const entry of pending) if (entry[1].due < (found?.[1].due ?? Infinity)) found = entry;
    return found;
  }

  function goOff(timer: Timer, { call, ms, again }: Pending): void {
    moves += 1;
    pending.delete(timer);
    if (again) pending.set(timer, { call, ms, again, due: now + ms });
    call();
  }

  function end(timer: Timer): void {
    pending.delete(timer);
  }

  function begin(call: () => void, ms: number | undefined, again: boolean): Timer {
    const id = ++lastId;
    const whole = wholeOf(ms);
    const arm = (): Timer => {
      pending.delete(timer);
      pending.set(timer, { call, ms: whole, again, due: now + whole });
      moves += 1;
      return timer;
    };
    const close = (): Timer => {
      end(timer);
      return timer;
    };
    const timer: Timer = {
      ref: () => timer,
      unref: () => timer,
      hasRef: () => true,
      refresh: arm,
      close,
      [Symbol.toPrimitive]: () => id,
      [Symbol.dispose]: () => end(timer),
    };
    return arm();
  }

  return {
    now: () => now,
    next: () => first()?.[1].due ?? Infinity,
    async pass(until) {
      now = Math.max(now, until);
      for (let next = first(); next !== undefined && next[1].due <= now; next = first()) {
        goOff(...next);
        await new Promise((resolve) => immediate(resolve));
      }
    },
    moves: () => moves,
    begin,
    end,
  };
}
