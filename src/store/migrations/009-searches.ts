import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Searches that are too long for a button. */
export const searches: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("searches")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("query", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.createIndex("searches_asked_at").on("searches").column("asked_at").execute();
  },
};
