import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What people are asked to type. */
export const questions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("questions")
      .addColumn("person_id", "bigint", (column) => column.primaryKey())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("chat_id", "bigint", (column) => column.notNull())
      .addColumn("thread_id", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
