import { sql, type Kysely } from "kysely";
import { StoreError } from "../database.ts";
import { isPostgres } from "../postgres/dialect.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";
import { movingFrom } from "./mark.ts";
import { lastKey, pageAfter, type Row, type Value } from "./rows.ts";
import type { Table } from "./plan.ts";

/** Values that one statement may have: SQLite takes 32,766, PostgreSQL 65,535. */
const mostValues = 32_766;

/**
 * Copies the rows that come after those which are there, at most a page of them, in one
 * transaction; gives their number, 0 once the table is whole. Where the copy stands is what is
 * there, so that it goes on after a kill, and two that copy at once do not get in each other's way.
 */
export function copyNext(from: Kysely<Tables>, to: Database, table: Table): Promise<number> {
  return inTransaction(to, async (trx) => {
    await expectMoving(trx);
    const page = await pageAfter(from, table, await lastKey(trx, table));
    await insertRows(trx, table, page.map(keptBy(trx)));
    return page.length;
  });
}

/** Once another process has finished the move, a bot may use the store. */
export async function expectMoving(trx: Kysely<Tables>): Promise<void> {
  if ((await movingFrom(trx)) !== undefined) return;
  throw new StoreError("TO: another migrate-store has finished the move");
}

async function insertRows(trx: Kysely<Tables>, table: Table, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const atOnce = Math.floor(mostValues / columns.length);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  for (let first = 0; first < rows.length; first += atOnce) {
    const values = rows
      .slice(first, first + atOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`);
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx);
  }
}

/**
 * A row as the store can keep it. PostgreSQL has no text with the character U+0000; U+FFFD takes
 * its place, as for whatever else cannot be read.
 */
export function keptBy(db: Kysely<Tables>): (row: Row) => Row {
  return isPostgres(db) ? withoutNul : (row) => row;
}

function withoutNul(row: Row): Row {
  return Object.values(row).some(hasNul)
    ? Object.fromEntries(Object.entries(row).map(([column, value]) => [column, cleaned(value)]))
    : row;
}

function hasNul(value: Value): boolean {
  return typeof value === "string" && value.includes("\0");
}

function cleaned(value: Value): Value {
  return typeof value === "string" ? value.replaceAll("\0", "\uFFFD") : value;
}
