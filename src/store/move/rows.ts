import { sql, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { movingMark } from "./mark.ts";
import { keys, type Table } from "./plan.ts";

export type Value = string | number | null;

export type Row = Readonly<Record<string, Value>>;

/** The values of a row's key, in the order of its columns. */
export type Key = readonly Value[];

/** Rows that are held in memory together. */
export const pageSize = 5000;

export interface Range {
  /** Without it, from the first row on. */
  readonly after?: Key | undefined;
  /** Inclusive. */
  readonly until?: Key | undefined;
  readonly limit?: number;
}

/** Rows in the order of their keys. The mark of the move itself is no row of the store. */
export async function readRows(
  db: Kysely<Tables>,
  table: Table,
  { after, until, limit }: Range,
): Promise<readonly Row[]> {
  const key = keyOf(table);
  const where = [
    ...(after === undefined ? [] : [sql`(${key}) > (${sql.join(after)})`]),
    ...(until === undefined ? [] : [sql`(${key}) <= (${sql.join(until)})`]),
    isStored(table),
  ];
  const { rows } = await sql<Row>`select * from ${sql.table(table)}
    where ${sql.join(where, sql` and `)} order by ${key}
    ${limit === undefined ? sql`` : sql`limit ${sql.lit(limit)}`}`.execute(db);
  return rows;
}

/**
 * The next page; empty after the last. Rows of one key stay together: a full page ends before the
 * key of its last row, of which there may be more.
 */
export async function pageAfter(
  db: Kysely<Tables>,
  table: Table,
  after: Key | undefined,
): Promise<readonly Row[]> {
  const rows = await readRows(db, table, { after, limit: pageSize });
  const last = rows.at(-1);
  if (last === undefined || rows.length < pageSize) return rows;
  const cut = keyText(table, last);
  const whole = rows.filter((row) => keyText(table, row) !== cut);
  if (whole.length === 0) throw new RangeError(`${table}: a page of rows with one key`);
  return whole;
}

/** The key of the last row; undefined where there is none. */
export async function lastKey(db: Kysely<Tables>, table: Table): Promise<Key | undefined> {
  const backwards = keys[table].map((column) => sql`${sql.ref(column)} desc`);
  const { rows } = await sql<Row>`select ${keyOf(table)} from ${sql.table(table)}
    where ${isStored(table)} order by ${sql.join(backwards)} limit 1`.execute(db);
  return rows[0] && keyIn(table, rows[0]);
}

export async function countRows(db: Kysely<Tables>, table: Table): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
    where ${isStored(table)}`.execute(db);
  return rows[0]?.count ?? 0;
}

export function keyIn(table: Table, row: Row): Key {
  return keys[table].map((column) => row[column] ?? null);
}

/** A row's key to be shown, such as `5` or `aaaa, 2`. */
export function keyText(table: Table, row: Row): string {
  return keyIn(table, row).join(", ");
}

function keyOf(table: Table) {
  return sql.join(keys[table].map((column) => sql.ref(column)));
}

function isStored(table: Table) {
  return table === "marks" ? sql`name <> ${movingMark}` : sql`1 = 1`;
}
