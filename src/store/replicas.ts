import type { Kysely } from "kysely";
import { databaseNow } from "./clock.ts";
import type { Tables } from "./tables.ts";

/** A process among those that share the store. */
export interface Replica {
  /** Its name as a holder of leases. */
  readonly name: string;
  /** Whether another is known to have ended, though its lease is not over. */
  readonly isDead: (name: string) => boolean;
}

const prefix = "replica ";

/** The name of the lease by which a replica is known to be there. */
export function presenceOf({ name }: Replica): string {
  return prefix + name;
}

/** The names of the other replicas that are there. */
export async function otherReplicas(
  trx: Kysely<Tables>,
  { name, isDead }: Replica,
): Promise<readonly string[]> {
  const rows = await trx
    .selectFrom("lease")
    .select("holder")
    .where("name", "like", `${prefix}%`)
    .where("holder", "!=", name)
    .where("expires_at", ">", databaseNow(trx))
    .execute();
  return rows.map(({ holder }) => holder).filter((holder) => !isDead(holder));
}

/** Forgets replicas that ended a day ago and more. */
export async function pruneReplicas(db: Kysely<Tables>): Promise<void> {
  const day = 86_400_000;
  await db
    .deleteFrom("lease")
    .where("name", "like", `${prefix}%`)
    .where((where) => where(where("expires_at", "+", day), "<", databaseNow(db)))
    .execute();
}
