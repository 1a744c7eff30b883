import { keepLease } from "../delivery/lease.ts";
import { sleep } from "../delivery/sleep.ts";
import type { Log } from "../log.ts";
import { presenceOf, type Replica } from "../store/replicas.ts";
import type { Database } from "../store/tables.ts";

/** That this process is there, as the others know it. */
export interface Presence {
  /** This process, while what it takes in hand is left to it. */
  readonly replica: () => Replica | undefined;
  /** What it has in hand is anybody's. */
  readonly stop: () => Promise<void>;
}

export async function showPresence(db: Database, replica: Replica, log: Log): Promise<Presence> {
  const lease = keepLease({
    db,
    sleep,
    log,
    name: presenceOf(replica),
    holder: replica.name,
    isDead: replica.isDead,
    elapsed: () => performance.now(),
  });
  await lease.tried;
  return {
    replica: () => (lease.current() === undefined ? undefined : replica),
    stop: lease.stop,
  };
}
