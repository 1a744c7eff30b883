import type { Kysely } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { first } from "./migrations/001-first.ts";
import { subscriptions } from "./migrations/002-subscriptions.ts";
import { delivery } from "./migrations/003-delivery.ts";

/** Forward only, in order of their names; a released one is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  "001-first": first,
  "002-subscriptions": subscriptions,
  "003-delivery": delivery,
};

/** Brings the tables up to date; throws where the store is newer than this program. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw explained(error);
}

/** Kysely calls a migration that it does not know "corrupted"; ours are only ever added to. */
function explained(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  return new Error(
    text.startsWith("corrupted migrations")
      ? "it was written by a later version of Mujaz; run that version, or restore a backup"
      : text,
  );
}
