import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What editors are writing, and what they did. */
export const desk: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await createDrafts(db);
    await createLog(db);
  },
};

async function createDrafts(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("desk_drafts")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("editor_id", "bigint", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("updated_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("desk_drafts_open")
    .unique()
    .on("desk_drafts")
    .column("editor_id")
    .where(sql.ref("status"), "=", sql.lit("open"))
    .execute();
  await db.schema
    .createIndex("desk_drafts_status")
    .on("desk_drafts")
    .columns(["status", "updated_at"])
    .execute();
}

async function createLog(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("desk_log")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("at", "bigint", (column) => column.notNull())
    .addColumn("editor_id", "bigint", (column) => column.notNull())
    .addColumn("editor_name", "text", (column) => column.notNull())
    .addColumn("draft_id", "integer", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("detail", "text", (column) => column.notNull())
    .execute();
}
