import { sql, type Kysely } from "kysely";
import { databaseNow } from "./clock.ts";
import { isPostgres } from "./postgres/dialect.ts";
import type { Database, Tables } from "./tables.ts";
import { guarded } from "./transaction.ts";

/** Who holds a lease is told apart by its epoch, which grows with every holder. */
export interface Lease {
  readonly name: string;
  readonly epoch: number;
}

export interface LeaseClaim {
  readonly name: string;
  /** Another for each process that ever was. */
  readonly holder: string;
  /** Milliseconds from now, by the database's clock. */
  readonly lifetime: number;
  /** Whether a holder is known to be dead, so that its lease need not be waited out. */
  readonly isDead: (holder: string) => boolean;
}

/**
 * Takes a lease that nobody holds: a new one, one that has expired by the database's clock, or one
 * of a dead holder. Undefined where somebody holds it, or another was quicker.
 */
export async function takeLease(
  db: Database,
  { name, holder, lifetime, isDead }: LeaseClaim,
): Promise<Lease | undefined> {
  const known = await db
    .selectFrom("lease")
    .select(["holder", "epoch", "expires_at", databaseNow(db).as("at")])
    .where("name", "=", name)
    .executeTakeFirst();
  const expires = { holder, expires_at: sql<number>`${databaseNow(db)} + ${lifetime}` };
  if (known === undefined) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("lease")
      .values({ name, epoch: 1, ...expires })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? { name, epoch: 1 } : undefined;
  }
  if (known.expires_at > known.at && !isDead(known.holder)) return undefined;
  const epoch = known.epoch + 1;
  const { numUpdatedRows } = await db
    .updateTable("lease")
    .set({ epoch, ...expires })
    .where("name", "=", name)
    .where("epoch", "=", known.epoch)
    .where("expires_at", "=", known.expires_at)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n ? { name, epoch } : undefined;
}

/** Holds a lease longer, in milliseconds from now; false where it is somebody else's by now. */
export async function renewLease(db: Database, lease: Lease, lifetime: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("lease")
    .set({ expires_at: sql<number>`${databaseNow(db)} + ${lifetime}` })
    .where("name", "=", lease.name)
    .where("epoch", "=", lease.epoch)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Lets go of a lease, so that the next may take it at once. */
export async function releaseLease(db: Database, { name, epoch }: Lease): Promise<void> {
  await db
    .updateTable("lease")
    .set({ expires_at: 0 })
    .where("name", "=", name)
    .where("epoch", "=", epoch)
    .execute();
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

/** Whether anybody holds a lease, by the database's clock. */
export async function isTaken(db: Database, name: string): Promise<boolean> {
  const row = await db
    .selectFrom("lease")
    .select("holder")
    .where("name", "=", name)
    .where("expires_at", ">", databaseNow(db))
    .executeTakeFirst();
  return row !== undefined;
}

/** Who holds any lease of the store now: a process of the bot that is up. */
export async function leaseholders(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("lease")
    .select("holder")
    .where("expires_at", ">", databaseNow(db))
    .orderBy("holder")
    .execute();
  return [...new Set(rows.map(({ holder }) => holder))];
}

/** The leases as they stand: others than before where a bot has been up in between. */
export async function leasesOf(db: Kysely<Tables>): Promise<string> {
  const rows = await db.selectFrom("lease").selectAll().orderBy("name").execute();
  return JSON.stringify(rows.map(({ name, epoch, expires_at: until }) => [name, epoch, until]));
}

/** Somebody else leads by now. */
export class LeaseLost extends Error {
  override readonly message = "the lease is somebody else's";
}

/**
 * The same store, which is changed in transactions that hold the lease and no others: those of one
 * that was frozen, and woke up after it was succeeded, throw LeaseLost.
 */
export function underLease(db: Database, lease: () => Lease | undefined): Database {
  return guarded(db, async (trx) => {
    const ours = lease();
    if (ours === undefined || !(await isHeld(trx, ours))) throw new LeaseLost();
  });
}
