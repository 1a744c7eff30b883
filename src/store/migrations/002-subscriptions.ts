import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What chats subscribe to, and who set it up. */
export const subscriptions: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await extendChats(db);
    await createSubscriptions(db);
    await createManagers(db);
    await createQuestions(db);
  },
};

async function extendChats(db: AnyDatabase): Promise<void> {
  for (const name of ["title", "zone", "reason"]) {
    await db.schema.alterTable("chats").addColumn(name, "text").execute();
  }
  for (const name of ["quiet_from", "quiet_until"]) {
    await db.schema.alterTable("chats").addColumn(name, "integer").execute();
  }
  for (const name of ["state_since", "probe_at", "missed_at", "hold_until"]) {
    await db.schema.alterTable("chats").addColumn(name, "bigint").execute();
  }
  await db.schema
    .alterTable("chats")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("active"))
    .execute();
  await db.schema
    .createIndex("chats_to_probe")
    .on("chats")
    .column("probe_at")
    .where(sql.ref("probe_at"), "is not", null)
    .execute();
}

async function createSubscriptions(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("schedules")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("window_from", "bigint", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("schedules_due").on("schedules").column("due_at").execute();

  await db.schema
    .createTable("subscriptions")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("chat_id", "bigint", (column) => column.notNull())
    .addColumn("thread_id", "bigint", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("schedule_id", "integer", (column) => column.notNull())
    .addColumn("person_id", "bigint")
    .addColumn("alerts", "integer", (column) => column.notNull())
    .addColumn("empty_line", "integer", (column) => column.notNull())
    .addColumn("silent", "integer", (column) => column.notNull())
    .addColumn("news_from", "bigint")
    .addColumn("after_run", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addUniqueConstraint("subscriptions_place", ["chat_id", "thread_id"])
    .execute();
  // All that a run asks for, in the order in which it asks: the rows themselves lie in any order.
  await db.schema
    .createIndex("subscriptions_of_schedule")
    .on("subscriptions")
    .columns(["schedule_id", "chat_id", "thread_id", "state", "after_run", "news_from"])
    .columns(["topics", "empty_line", "silent"])
    .execute();
  await db.schema
    .createIndex("subscriptions_of_person")
    .on("subscriptions")
    .column("person_id")
    .execute();
}

async function createManagers(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("managers")
    .addColumn("person_id", "bigint", (column) => column.notNull())
    .addColumn("chat_id", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("managers_key", ["person_id", "chat_id"])
    .execute();
  await db.schema.createIndex("managers_of_chat").on("managers").column("chat_id").execute();
}

/** What people are asked to type. */
async function createQuestions(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("questions")
    .addColumn("person_id", "bigint", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("chat_id", "bigint", (column) => column.notNull())
    .addColumn("thread_id", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
}
