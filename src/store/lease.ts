import type { Kysely } from "kysely";
import { isPostgres } from "./postgres/dialect.ts";
import type { Database, Tables } from "./tables.ts";

/** Who holds a lease is told apart by its epoch, which grows with every holder. */
export interface Lease {
  readonly name: string;
  readonly epoch: number;
}

export interface LeaseClaim {
  readonly name: string;
  readonly holder: string;
  readonly until: Date;
  /** Whether a holder is known to be dead, so that its lease need not be waited out. */
  readonly isDead: (holder: string) => boolean;
}

/**
 * Takes a lease that nobody holds: a new one, one that has expired, one of a dead holder, or our
 * own of before. Undefined where somebody holds it, or another was quicker.
 */
export async function takeLease(
  db: Database,
  { name, holder, until, isDead }: LeaseClaim,
  now: Date,
): Promise<Lease | undefined> {
  const known = await db
    .selectFrom("lease")
    .selectAll()
    .where("name", "=", name)
    .executeTakeFirst();
  const expires = { holder, expires_at: until.getTime() };
  if (known === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("lease")
      .values({ name, epoch: 1, ...expires })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? { name, epoch: 1 } : undefined;
  }
  const free = known.expires_at <= now.getTime() || known.holder === holder || isDead(known.holder);
  if (!free) return undefined;
  const epoch = known.epoch + 1;
  const { numUpdatedRows } = await db
    .updateTable("lease")
    .set({ epoch, ...expires })
    .where("name", "=", name)
    .where("epoch", "=", known.epoch)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? { name, epoch } : undefined;
}

/** Holds a lease longer; false where it is somebody else's by now. */
export async function renewLease(db: Database, lease: Lease, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("lease")
    .set({ expires_at: until.getTime() })
    .where("name", "=", lease.name)
    .where("epoch", "=", lease.epoch)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Lets go of a lease, so that the next may take it at once. */
export async function releaseLease(db: Database, lease: Lease): Promise<void> {
  await renewLease(db, lease, new Date(0));
}

/**
 * Whether a lease is still ours; to be asked inside the transaction that relies on it. Until that
 * one ends nobody takes it: on PostgreSQL the row is locked, as SQLite has one writer at a time.
 */
export async function isHeld(trx: Kysely<Tables>, { name, epoch }: Lease): Promise<boolean> {
  const row = await trx
    .selectFrom("lease")
    .select("epoch")
    .where("name", "=", name)
    .$if(isPostgres(trx), (query) => query.forShare())
    .executeTakeFirst();
  return row?.epoch === epoch;
}
