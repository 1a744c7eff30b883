import type { Log } from "../log.ts";
import {
  releaseLease,
  renewLease,
  takeLease,
  type Lease,
  type LeaseClaim,
} from "../store/lease.ts";
import type { Database } from "../store/tables.ts";
import type { Sleep } from "./sleep.ts";

/** A lease while it is ours, without a break. */
export interface Term extends Lease {
  /** Aborted as soon as we may not believe in it any more. */
  readonly signal: AbortSignal;
}

export interface LeaseKeeper {
  /** The lease while it is ours, as far as we know; the store has the last word. */
  readonly current: () => Term | undefined;
  /** When the first try is over, whatever came of it. */
  readonly tried: Promise<void>;
  /** Lets go of it, so that another takes over at once. */
  readonly stop: () => Promise<void>;
}

export interface LeaseParts extends Pick<LeaseClaim, "name" | "holder" | "isDead"> {
  readonly db: Database;
  /** Milliseconds of a clock that nobody sets, and that goes on while the process stands still. */
  readonly elapsed: () => number;
  readonly sleep: Sleep;
  readonly log: Log;
  /** It is ours now, or is again after we could not believe in it. */
  readonly onTerm?: (term: Term) => void;
}

/** Milliseconds. A holder that is silent for so long is succeeded. */
const lifetime = 15_000;
const renewal = 5000;
const nextTry = 1000;

interface Held {
  readonly term: Term;
  /** By `elapsed`: the database counts from a later moment. */
  readonly until: number;
  readonly end: () => void;
}

/** Takes a lease as soon as it is free and keeps it until it is stopped. */
export function keepLease(parts: LeaseParts): LeaseKeeper {
  const { db, name, holder, isDead, elapsed, sleep, log } = parts;
  const stopping = new AbortController();
  const tried = Promise.withResolvers<void>();
  let last: Lease | undefined;
  let held: Held | undefined;
  let watching = new AbortController();

  function begin(lease: Lease, until: number): void {
    const over = new AbortController();
    const term = { ...lease, signal: over.signal };
    last = lease;
    held = { term, until, end: () => over.abort() };
    log.info({ lease: name, epoch: lease.epoch }, "the lease is ours");
    parts.onTerm?.(term);
  }

  function end(): void {
    held?.end();
    held = undefined;
  }

  function current(): Term | undefined {
    if (held !== undefined && elapsed() >= held.until) end();
    return held?.term;
  }

  /** Those who rely on it are told at its end, even where the database does not answer. */
  function watch(): void {
    watching.abort();
    watching = new AbortController();
    if (held !== undefined) void sleep(held.until - elapsed(), watching.signal).then(current);
  }

  async function step(): Promise<void> {
    const until = elapsed() + lifetime;
    if (last === undefined) {
      const lease = await takeLease(db, { name, holder, lifetime, isDead });
      if (lease !== undefined) begin(lease, until);
    } else if (await renewLease(db, last, lifetime)) {
      if (current() === undefined) begin(last, until);
      else if (held !== undefined) held = { ...held, until };
    } else {
      log.warn({ lease: name, epoch: last.epoch }, "the lease is somebody else's");
      last = undefined;
      end();
    }
    watch();
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await step();
      } catch (error) {
        log.error({ lease: name, error: String(error) }, "the lease cannot be kept; trying on");
      }
      tried.resolve();
      await sleep(current() === undefined ? nextTry : renewal, stopping.signal);
    }
  }

  const running = run();

  return {
    current,
    tried: tried.promise,
    async stop() {
      stopping.abort();
      await running;
      watching.abort();
      end();
      if (last !== undefined) await releaseLease(db, last);
    },
  };
}
