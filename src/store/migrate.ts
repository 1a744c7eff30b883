import { sql, type Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { isPostgres } from "./postgres/dialect.ts";
import { postgresTypes } from "./postgres/types.ts";
import { first } from "./migrations/001-first.ts";
import { subscriptions } from "./migrations/002-subscriptions.ts";
import { delivery } from "./migrations/003-delivery.ts";
import { corrections } from "./migrations/004-corrections.ts";
import { lastSent } from "./migrations/005-last-sent.ts";
import { desk } from "./migrations/006-desk.ts";
import { pictures } from "./migrations/007-pictures.ts";
import { inline } from "./migrations/008-inline.ts";
import { searches } from "./migrations/009-searches.ts";
import { replicas } from "./migrations/010-replicas.ts";
import { holds } from "./migrations/011-holds.ts";

/** Forward only, in order of their names; a released one is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  "001-first": first,
  "002-subscriptions": subscriptions,
  "003-delivery": delivery,
  "004-corrections": corrections,
  "005-last-sent": lastSent,
  "006-desk": desk,
  "007-pictures": pictures,
  "008-inline": inline,
  "009-searches": searches,
  "010-replicas": replicas,
  "011-holds": holds,
};

/** Whether a store is as this program keeps it, or not there at all; changes nothing. */
export async function versionOf<T>(
  db: Kysely<T>,
): Promise<"current" | "earlier" | "later" | "none"> {
  const known = await createMigrator(db).getMigrations();
  const isNew = known.every(({ executedAt }) => executedAt === undefined);
  if (isNew && (isPostgres(db) || (await isBlank(db)))) return "none";
  if (known.some(({ executedAt }) => executedAt === undefined)) return "earlier";
  const { rows } = await sql<object>`select name from kysely_migration`.execute(db);
  return rows.length > known.length ? "later" : "current";
}

/** Whether nothing at all is in a file; a database on a server may have tables that are not ours. */
async function isBlank<T>(db: Kysely<T>): Promise<boolean> {
  return (await db.introspection.getTables()).length === 0;
}

/**
 * Brings the tables up to date, in one transaction, once however many processes ask for it; throws
 * where the store is newer than this program.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  if ((await versionOf(db)) === "current") return;
  if (isPostgres(db)) await migratePostgres(db);
  else await db.transaction().execute(toLatest);
}

/** Of all locks this one alone ends with its transaction, whatever pooler is in between. */
async function migratePostgres<T>(db: Kysely<T>): Promise<void> {
  // What another process did while this one waited for the lock must be seen after it.
  const transaction = db.transaction().setIsolationLevel("read committed");
  await transaction.execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(lockId)})`.execute(trx);
    await toLatest(trx.withPlugin(postgresTypes));
  });
}

/** Any number that nobody else in the database is likely to lock. */
const lockId = 6_853_291;

async function toLatest<T>(db: Kysely<T>): Promise<void> {
  const { error } = await createMigrator(db).migrateToLatest();
  if (error !== undefined) throw explained(error);
}

function createMigrator<T>(db: Kysely<T>): Migrator {
  return new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
}

const later = "it was written by a later version of Mujaz; run that version, or restore a backup";

/** Kysely calls a migration that it does not know "corrupted"; ours are only ever added to. */
function explained(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return error.message.startsWith("corrupted migrations") ? new Error(later) : error;
}
