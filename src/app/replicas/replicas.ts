import { keepLease, type LeaseKeeper, type Term } from "../../delivery/lease.ts";
import { sleep } from "../../delivery/sleep.ts";
import type { Log } from "../../log.ts";
import { presenceOf, type Replica } from "../../store/replicas.ts";
import type { Database } from "../../store/tables.ts";
import { nameReplica } from "./replica.ts";

/**
 * Who of all processes on one store leads: polls, schedules, tells what its content folder holds,
 * and sends. The others answer people, and wait.
 */
export interface Leadership {
  /** While it is this one. */
  readonly term: () => Term | undefined;
  /** Told of every term from now on, and of the one that has begun already. */
  readonly onTerm: (begin: (term: Term) => void) => void;
}

/** Who holds it leads. */
export const leadingLease = "delivery";

/** This process among those that share the store. */
export interface Membership {
  readonly leadership: Leadership;
  /** This process, while the others leave to it what it has in hand. */
  readonly replica: () => Replica | undefined;
  /** Lets another lead at once, and have what is in hand. */
  readonly stop: () => Promise<void>;
}

/**
 * Shows that this process is there, and leads as soon as nobody does. Resolves when it is known who
 * leads, or that it cannot be known.
 */
export async function joinReplicas(db: Database, log: Log): Promise<Membership> {
  const replica = nameReplica();
  const listeners: ((term: Term) => void)[] = [];
  const keep = (name: string, onTerm?: (term: Term) => void): LeaseKeeper =>
    keepLease({
      db,
      sleep,
      log,
      name,
      holder: replica.name,
      isDead: replica.isDead,
      elapsed: () => performance.now(),
      ...(onTerm && { onTerm }),
    });
  const presence = keep(presenceOf(replica));
  const lead = keep(leadingLease, (term) => {
    for (const begin of listeners) begin(term);
  });
  await Promise.all([presence.tried, lead.tried]);
  return {
    replica: () => (presence.current() === undefined ? undefined : replica),
    leadership: {
      term: lead.current,
      onTerm(begin) {
        listeners.push(begin);
        const term = lead.current();
        if (term !== undefined) begin(term);
      },
    },
    async stop() {
      await lead.stop();
      await presence.stop();
    },
  };
}
