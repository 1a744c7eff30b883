import { keepLease, type Term } from "../delivery/lease.ts";
import { sleep } from "../delivery/sleep.ts";
import type { Log } from "../log.ts";
import type { Replica } from "../store/replicas.ts";
import type { Database } from "../store/tables.ts";

/**
 * Who of all processes on one store leads: polls, schedules, tells what its content folder holds,
 * and sends. The others answer people, and wait.
 */
export interface Leadership {
  /** While it is this one. */
  readonly term: () => Term | undefined;
  /** Told of every term from now on, and of the one that has begun already. */
  readonly onTerm: (begin: (term: Term) => void) => void;
  /** Lets another lead at once. */
  readonly stop: () => Promise<void>;
}

/** Leads as soon as nobody does; resolves when it is known who leads, or that it cannot be known. */
export async function seekLeadership(
  db: Database,
  replica: Replica,
  log: Log,
): Promise<Leadership> {
  const listeners: ((term: Term) => void)[] = [];
  const lease = keepLease({
    db,
    sleep,
    log,
    name: "delivery",
    holder: replica.name,
    isDead: replica.isDead,
    elapsed: () => performance.now(),
    onTerm(term) {
      for (const begin of listeners) begin(term);
    },
  });
  await lease.tried;
  return {
    term: lease.current,
    stop: lease.stop,
    onTerm(begin) {
      listeners.push(begin);
      const term = lease.current();
      if (term !== undefined) begin(term);
    },
  };
}
