import { sql, type Kysely } from "kysely";
import { isPostgres } from "../postgres/dialect.ts";
import type { Tables } from "../tables.ts";

/**
 * The last id that a table has given by itself. None is given twice, not even that of a row which
 * is gone: what came after it is told by it.
 */
export interface LastId {
  readonly table: string;
  readonly id: number;
}

/** Of all tables that have given one. */
export async function lastIds(db: Kysely<Tables>): Promise<readonly LastId[]> {
  return isPostgres(db) ? postgresIds(db) : sqliteIds(db);
}

/** From now on each of the tables counts on from there. */
export async function countOn(db: Kysely<Tables>, ids: readonly LastId[]): Promise<void> {
  for (const { table, id } of ids) {
    if (isPostgres(db)) {
      await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${id})`.execute(db);
    } else {
      await sql`delete from sqlite_sequence where name = ${table}`.execute(db);
      await sql`insert into sqlite_sequence (name, seq) values (${table}, ${id})`.execute(db);
    }
  }
}

async function sqliteIds(db: Kysely<Tables>): Promise<readonly LastId[]> {
  const { rows } = await sql<LastId>`select name as "table", seq as id
    from sqlite_sequence where seq > 0`.execute(db);
  return rows;
}

/** An id that a row was given by hand counts too. */
async function postgresIds(db: Kysely<Tables>): Promise<readonly LastId[]> {
  const { rows: identities } = await sql<Pick<LastId, "table">>`select table_name as "table"
    from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db);
  const ids: LastId[] = [];
  for (const { table } of identities) {
    const { rows } = await sql<{ id: number | null }>`select greatest(max(id),
      pg_sequence_last_value(pg_get_serial_sequence(${table}, 'id')::regclass)) as id
      from ${sql.table(table)}`.execute(db);
    const id = rows[0]?.id ?? 0;
    if (id > 0) ids.push({ table, id });
  }
  return ids;
}
