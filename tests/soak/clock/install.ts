import { syncBuiltinESMExports } from "node:module";
import promised from "node:timers/promises";
import { createTimers, type Timer, type Timers } from "./timers.ts";

/** The process's own, for what is to take time in truth. */
export const real = { setTimeout, setImmediate };

/** The night that the day begins with: clocks in most of Europe go back by an hour. */
const firstNight = Date.UTC(2026, 9, 24, 18);

/** The time of this process: as it is for the one that started it, in Unix milliseconds. */
export const timers = createTimers(Number(process.env["SOAK_NOW"] ?? firstNight));

/**
 * From now on everything in this process that asks for the time or waits for it, ours or a
 * package's, has the simulated one: Date, setTimeout, setInterval, and the promised ones. What is
 * not ours to compress stays real: `performance.now`, `AbortSignal.timeout`, worker threads, and
 * the limits of Node's own HTTP server.
 */
function install({ now, begin, end }: Timers): void {
  const stop = (timer: unknown): void => {
    if (isOurs(timer)) end(timer);
  };
  const start =
    (again: boolean) =>
    (call: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): Timer =>
      begin(() => call(...args), ms, again);
  Object.assign(globalThis, {
    setTimeout: start(false),
    setInterval: start(true),
    clearTimeout: stop,
    clearInterval: stop,
    Date: new Proxy(Date, {
      construct: (target, args, newTarget) =>
        Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
      apply: (target) => new target(now()).toString(),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    }),
  });
  Object.assign(promised, { setTimeout: pauseBy(begin) });
  syncBuiltinESMExports();
}

function isOurs(timer: unknown): timer is Timer {
  return (
    typeof timer === "object" && timer !== null && "refresh" in timer && Symbol.dispose in timer
  );
}

function pauseBy(begin: Timers["begin"]) {
  return <T>(ms?: number, value?: T, options: { readonly signal?: AbortSignal } = {}) => {
    const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
    const timer = begin(() => resolve(value), ms, false);
    options.signal?.addEventListener("abort", () => {
      timer.close();
      reject(new Error("the wait was given up", { cause: options.signal?.reason }));
    });
    return promise;
  };
}

install(timers);
