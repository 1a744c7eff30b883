import { sql } from "kysely";
import { isPostgres } from "./postgres/dialect.ts";
import type { Database } from "./tables.ts";

/**
 * What SQLite says is wrong first with the file, in a line; undefined where it is sound. PostgreSQL
 * looks after its own files.
 */
export async function damageIn(db: Database): Promise<string | undefined> {
  if (isPostgres(db)) return undefined;
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
  const found = rows[0]?.quick_check ?? "no answer";
  return found === "ok" ? undefined : found.replaceAll(/\s+/g, " ");
}
