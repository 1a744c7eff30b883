import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** Pictures that Telegram has, and which message is to have one. */
export const pictures: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await db.schema
      .createTable("pictures")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("file_id", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.alterTable("messages").addColumn("picture", "text").execute();
  },
};
