import { sql, type Kysely, type RawBuilder } from "kysely";
import { isPostgres } from "./postgres/dialect.ts";
import type { Tables } from "./tables.ts";

/**
 * The database's own clock in Unix milliseconds, as an expression: what processes of several
 * machines must agree on goes by it, as their clocks differ.
 */
export function databaseNow(db: Kysely<Tables>): RawBuilder<number> {
  return isPostgres(db)
    ? sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
    : sql<number>`cast(unixepoch('subsec') * 1000 as integer)`;
}
