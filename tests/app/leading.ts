import type { Leadership } from "../../src/app/replicas/replicas.ts";
import type { Term } from "../../src/delivery/lease.ts";
import { takeLease } from "../../src/store/lease.ts";
import type { Database } from "../../src/store/tables.ts";

/** A process that leads when it is told to, under a lease of its own. */
export interface Process extends Leadership {
  /** From now on, and no other does. */
  readonly lead: () => Promise<void>;
  /** It learns that it leads no more. */
  readonly yield: () => void;
}

export function aProcess(db: Database, holder: string): Process {
  const listeners: ((term: Term) => void)[] = [];
  let current: Term | undefined;
  return {
    term: () => current,
    onTerm(begin) {
      listeners.push(begin);
      if (current !== undefined) begin(current);
    },
    async lead() {
      const claim = { name: "delivery", holder, lifetime: 60_000, isDead: () => true };
      const lease = await takeLease(db, claim);
      if (lease === undefined) throw new Error("expected a lease");
      current = { ...lease, signal: new AbortController().signal };
      for (const begin of listeners) begin(current);
    },
    yield() {
      current = undefined;
    },
  };
}
