import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { migrations } from "../../src/store/migrate.ts";
import { isPostgres, postgresDialect } from "../../src/store/postgres/dialect.ts";
import { openPool } from "../../src/store/postgres/open.ts";
import { postgresTypes } from "../../src/store/postgres/types.ts";
import { openFile, sqliteDialect } from "../../src/store/sqlite/open.ts";

const folder = fileURLToPath(new URL("migrations", import.meta.url));

/** What the program of each version wrote, in its own columns: from the first one on. */
const writings = readdirSync(folder)
  .toSorted()
  .map((file) => readFileSync(`${folder}/${file}`, "utf8"));

/** Versions that were released, from 1. */
export const released = writings.map((_, index) => index + 1);

/** A store of any version, opened without bringing it up to date. */
export function openRaw(url: string): Kysely<unknown> {
  const dialect = url.startsWith("file:")
    ? sqliteDialect(openFile(url.slice("file:".length)))
    : postgresDialect(openPool(url));
  return new Kysely({ dialect });
}

/** A store that was kept by every program up to a version, each of which has written in it. */
export async function keepUntil(url: string, version: number): Promise<void> {
  await using db = openRaw(url);
  for (const number of released.slice(0, version)) {
    await migrateTo(db, number);
    for (const statement of (writings[number - 1] ?? "").split(/;\n/)) {
      if (statement.trim() !== "") await sql.raw(statement).execute(db);
    }
  }
}

async function migrateTo(db: Kysely<unknown>, version: number): Promise<void> {
  const known = Object.fromEntries(Object.entries(migrations).slice(0, version));
  const migrator = new Migrator({
    db: isPostgres(db) ? db.withPlugin(postgresTypes) : db,
    provider: { getMigrations: () => Promise.resolve(known) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error instanceof Error) throw error;
}

export type Contents = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** All rows of all tables. */
export async function contentsOf(url: string): Promise<Contents> {
  await using db = openRaw(url);
  const contents: Record<string, Contents[string]> = {};
  for (const { name } of await db.introspection.getTables({ withInternalKyselyTables: true })) {
    if (name === "kysely_migration_lock") continue;
    const { rows } = await sql<Contents[string][number]>`select * from ${sql.table(name)}`.execute(
      db,
    );
    contents[name] = rows;
  }
  return contents;
}
