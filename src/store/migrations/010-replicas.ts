import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What several processes on one store share. */
export const replicas: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await db.schema.alterTable("inbox").addColumn("holder", "text").execute();
    await createEdition(db);
    await createPublications(db);
    await createCards(db);
  },
};

async function createEdition(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("edition")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("format", "integer", (column) => column.notNull())
    .addColumn("head", "text", (column) => column.notNull())
    .addColumn("recorded_at", "bigint", (column) => column.notNull())
    .addColumn("clean_since", "bigint")
    .execute();
}

async function createPublications(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("publications")
    .addColumn("story_id", "text", (column) => column.primaryKey())
    .addColumn("story", "text", (column) => column.notNull())
    .addColumn("asked_at", "bigint", (column) => column.notNull())
    .addColumn("outcome", "text")
    .execute();
}

async function createCards(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("cards")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("picture", "text", (column) => column.notNull())
    .addColumn("asked_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("cards_age").on("cards").column("asked_at").execute();
}
