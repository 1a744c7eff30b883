import { sql, type Kysely } from "kysely";
import { isPostgres } from "./postgres/dialect.ts";
import type { Database, Tables } from "./tables.ts";

/** Reads a store as it is at one moment, for as long as it takes: nobody waits for it. */
export function inSnapshot<T>(
  db: Database,
  read: (view: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return isPostgres(db)
    ? db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read)
    : db.connection().execute((one) => inDeferred(one, read));
}

/** Every other transaction on SQLite takes the right to write at its beginning. */
async function inDeferred<T>(
  one: Kysely<Tables>,
  read: (view: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  await sql`begin deferred`.execute(one);
  try {
    return await read(one);
  } finally {
    await sql`commit`.execute(one);
  }
}
