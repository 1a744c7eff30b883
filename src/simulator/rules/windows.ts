import type { Clock } from "../clock.ts";

/** At most so many events within so many ms, wherever the span begins. */
export interface Window {
  readonly name: string;
  readonly most: number;
  readonly ms: number;
}

export interface Windows {
  /** How many events lie in the window that ends now. */
  readonly used: (key: string, window: Window) => number;
  /** Milliseconds until `count` more events fit; 0 when they fit now. */
  readonly wait: (key: string, window: Window, count: number) => number;
  readonly add: (key: string, window: Window, count: number) => void;
}

/** More keys than this, and those whose events are all over are forgotten. */
const sweepAt = 50_000;

export function createWindows(clock: Clock): Windows {
  const events = new Map<string, number[]>();

  function recent(key: string, window: Window): number[] {
    const times = events.get(`${window.name} ${key}`) ?? [];
    const since = clock.now() - window.ms;
    while ((times[0] ?? Infinity) <= since) times.shift();
    return times;
  }

  function sweep(): void {
    const since = clock.now() - 60_000;
    for (const [key, times] of events) if ((times.at(-1) ?? 0) <= since) events.delete(key);
  }

  return {
    used: (key, window) => recent(key, window).length,
    wait(key, window, count) {
      const times = recent(key, window);
      // An album larger than the window fits an empty one.
      const over = Math.min(times.length, times.length + count - window.most);
      const last = over > 0 ? times[over - 1] : undefined;
      return last === undefined ? 0 : last + window.ms - clock.now();
    },
    add(key, window, count) {
      if (events.size > sweepAt) sweep();
      const times = recent(key, window);
      const now = clock.now();
      for (let index = 0; index < count; index += 1) times.push(now);
      events.set(`${window.name} ${key}`, times);
    },
  };
}
