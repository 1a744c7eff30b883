import type { Log } from "../log.ts";
import { releaseLease, renewLease, takeLease, type Lease } from "../store/lease.ts";
import type { Database } from "../store/tables.ts";
import type { Sleep } from "./sleep.ts";

export interface LeaseKeeper {
  /** The lease while it is ours, as far as we know; the store has the last word. */
  readonly current: () => Lease | undefined;
  /** Renews it now: the clock has jumped, and by it the lease may be over. */
  readonly look: () => void;
  /** Lets go of it, so that another takes over at once. */
  readonly stop: () => Promise<void>;
}

export interface LeaseParts {
  readonly db: Database;
  readonly name: string;
  /** Us: as `host:pid`. */
  readonly holder: string;
  readonly isDead: (holder: string) => boolean;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly log: Log;
  /** It is ours now, or is again after we could not believe in it. */
  readonly onTaken?: (lease: Lease) => void;
}

/** Milliseconds. A holder that is silent for so long is succeeded. */
const lifetime = 15_000;
const renewal = 5000;
const nextTry = 1000;

/** Takes a lease as soon as it is free and keeps it until it is stopped. */
export function keepLease(parts: LeaseParts): LeaseKeeper {
  const { db, name, holder, isDead, now, sleep, log } = parts;
  const stopping = new AbortController();
  let nap = new AbortController();
  let held: { readonly lease: Lease; readonly until: Date } | undefined;

  async function step(): Promise<void> {
    const at = now();
    const until = new Date(at.getTime() + lifetime);
    if (held === undefined) {
      const lease = await takeLease(db, { name, holder, until, isDead }, at);
      if (lease === undefined) return;
      held = { lease, until };
      log.info({ lease: name, epoch: lease.epoch }, "the lease is ours");
      parts.onTaken?.(lease);
    } else if (await renewLease(db, held.lease, until)) {
      const wasOver = at >= held.until;
      held = { ...held, until };
      if (wasOver) parts.onTaken?.(held.lease);
    } else {
      log.warn({ lease: name, epoch: held.lease.epoch }, "the lease is somebody else's");
      held = undefined;
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await step();
      } catch (error) {
        log.error({ lease: name, error: String(error) }, "the lease cannot be kept; trying on");
      }
      nap = new AbortController();
      const signal = AbortSignal.any([stopping.signal, nap.signal]);
      await sleep(held === undefined ? nextTry : renewal, signal);
    }
  }

  const running = run();

  return {
    current() {
      return held !== undefined && now() < held.until ? held.lease : undefined;
    },
    look: () => nap.abort(),
    async stop() {
      stopping.abort();
      await running;
      if (held !== undefined) await releaseLease(db, held.lease);
      held = undefined;
    },
  };
}

/**
 * Whether a holder `host:pid` is a process of this host that has ended. Of other hosts nothing is
 * known.
 */
export function isDeadOn(host: string): (holder: string) => boolean {
  return (holder) => {
    const pid = holder.startsWith(`${host}:`) ? Number(holder.slice(host.length + 1)) : Number.NaN;
    return Number.isSafeInteger(pid) && pid > 0 && !isRunning(pid);
  };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
