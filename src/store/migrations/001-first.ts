import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("chats")
      .addColumn("id", "bigint", (column) => column.primaryKey())
      .addColumn("type", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("digits", "text", (column) => column.notNull())
      .addColumn("months", "text", (column) => column.notNull())
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("inbox")
      .addColumn("update_id", "bigint", (column) => column.primaryKey())
      .addColumn("chat_id", "bigint", (column) => column.notNull())
      .addColumn("body", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("received_at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("inbox_waiting")
      .on("inbox")
      .columns(["state", "update_id"])
      .execute();
    await db.schema.createIndex("inbox_age").on("inbox").column("received_at").execute();

    await db.schema
      .createTable("dialogues")
      .addColumn("person_id", "bigint", (column) => column.primaryKey())
      .addColumn("story", "text", (column) => column.notNull())
      .addColumn("figure", "text")
      .addColumn("words", "text")
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .execute();

    await db.schema
      .createTable("reports")
      .addColumn("person_id", "bigint", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex("reports_of_person")
      .on("reports")
      .columns(["person_id", "at"])
      .execute();
  },
};
