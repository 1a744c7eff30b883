import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What stories were, and which message shows what. */
export const corrections: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await extendRevisions(db);
    await createContents(db);
    await createLedger(db);
    await createCorrections(db);
    await extendOutbox(db);
  },
};

async function extendRevisions(db: AnyDatabase): Promise<void> {
  for (const name of ["body", "weight", "changed_on"]) {
    await db.schema.alterTable("revisions").addColumn(name, "text").execute();
  }
}

async function createContents(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("shown")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("printing", "text", (column) => column.notNull())
    .addColumn("pieces", "text", (column) => column.notNull())
    .addColumn("keyboard", "text")
    .addColumn("shows", "text", (column) => column.notNull())
    .addColumn("correction_id", "integer")
    .addColumn("notice_id", "integer")
    .addColumn("run_id", "integer")
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("shown_corrected")
    .on("shown")
    .columns(["id"])
    .where(sql<boolean>`correction_id is not null`)
    .execute();
  await db.schema
    .createTable("shown_stories")
    .addColumn("shown_id", "integer", (column) => column.notNull())
    .addColumn("story_id", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("judged", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("shown_stories_key", ["shown_id", "story_id"])
    .execute();
  await db.schema
    .createIndex("shown_stories_judged")
    .on("shown_stories")
    .columns(["story_id", "judged"])
    .execute();
}

async function createLedger(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("ledger")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("chat_id", "bigint", (column) => column.notNull())
    .addColumn("thread_id", "bigint", (column) => column.notNull())
    .addColumn("sent_id", "bigint")
    .addColumn("shown_id", "integer", (column) => column.notNull())
    .addColumn("sent_at", "bigint", (column) => column.notNull())
    .addColumn("queued", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("is_notice", "integer", (column) => column.notNull().defaultTo(0))
    .addUniqueConstraint("ledger_place", ["chat_id", "sent_id"])
    .execute();
  for (const [name, columns] of [
    ["ledger_queued", ["shown_id", "queued", "id"]],
    ["ledger_holders", ["shown_id", "chat_id"]],
    ["ledger_age", ["sent_at"]],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("ledger")
      .columns([...columns])
      .execute();
  }
}

async function createCorrections(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("corrections")
    .addColumn("story_id", "text", (column) => column.primaryKey())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("settled", "integer")
    .addColumn("chats", "integer")
    .execute();
}

async function extendOutbox(db: AnyDatabase): Promise<void> {
  await db.schema.alterTable("messages").dropColumn("shows").execute();
  await db.schema.alterTable("messages").addColumn("shown_id", "integer").execute();
  await db.schema.createIndex("messages_of_shown").on("messages").column("shown_id").execute();
  await db.schema
    .alterTable("outbox")
    .addColumn("task", "text", (column) => column.notNull().defaultTo("new"))
    .execute();
  await db.schema.alterTable("outbox").addColumn("ledger_id", "integer").execute();
  // Corrections go between alerts and digests.
  await sql`update outbox set priority = 3
    where state in ('pending', 'retry', 'sending') and priority = 2`.execute(db);
}
