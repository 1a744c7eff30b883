import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** Subscriptions and what delivers to them. */
export const delivery: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await extendChats(db);
    await createSubscriptions(db);
    await createManagers(db);
    await createNews(db);
    await createOutbox(db);
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

async function createNews(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("revisions")
    .addColumn("story_id", "text", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("figures_hash", "text", (column) => column.notNull())
    .addColumn("known_at", "bigint", (column) => column.notNull())
    .addColumn("news", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("revisions_key", ["story_id", "number"])
    .execute();
  await db.schema
    .createIndex("revisions_news")
    .on("revisions")
    .columns(["known_at", "story_id"])
    .where(sql.ref("news"), "=", 1)
    .execute();

  await db.schema
    .createTable("alerts")
    .addColumn("story_id", "text", (column) => column.primaryKey())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("chats", "integer")
    .execute();

  await db.schema
    .createTable("marks")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();

  await db.schema
    .createTable("lease")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("holder", "text", (column) => column.notNull())
    .addColumn("epoch", "integer", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .execute();
}

async function createOutbox(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable("runs")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("key", "text", (column) => column.unique())
    .addColumn("schedule_id", "integer")
    .addColumn("story_id", "text")
    .addColumn("slot", "bigint", (column) => column.notNull())
    .addColumn("window_from", "bigint", (column) => column.notNull())
    .addColumn("window_until", "bigint", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("cursor", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("paused", "integer", (column) => column.notNull())
    .addColumn("reason", "text")
    .execute();
  await db.schema.createIndex("runs_by_state").on("runs").columns(["state", "id"]).execute();
  await db.schema.createIndex("runs_of_schedule").on("runs").column("schedule_id").execute();
  await db.schema
    .createIndex("runs_of_alerts")
    .on("runs")
    .column("window_from")
    .where(sql<boolean>`kind = 'alert'`)
    .execute();

  await db.schema
    .createTable("messages")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("run_id", "integer", (column) => column.notNull())
    .addColumn("variant", "text", (column) => column.notNull())
    .addColumn("part", "integer", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("keyboard", "text")
    .addColumn("shows", "text")
    .addColumn("news_from", "bigint", (column) => column.notNull())
    .addUniqueConstraint("messages_of_variant", ["run_id", "variant", "part"])
    .execute();

  await db.schema
    .createTable("outbox")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("run_id", "integer", (column) => column.notNull())
    .addColumn("subscription_id", "integer")
    .addColumn("chat_id", "bigint", (column) => column.notNull())
    .addColumn("thread_id", "bigint", (column) => column.notNull())
    .addColumn("part", "integer", (column) => column.notNull())
    .addColumn("message_id", "integer", (column) => column.notNull())
    .addColumn("priority", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("not_before", "bigint")
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("resent", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("silent", "integer", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("epoch", "integer")
    .addColumn("sent_id", "bigint")
    .addColumn("sent_at", "bigint")
    .addUniqueConstraint("outbox_place", ["run_id", "chat_id", "thread_id", "part"])
    .execute();
  const open = sql<boolean>`state in ('pending', 'retry', 'sending')`;
  const setAside = sql<boolean>`state in ('sending', 'unknown', 'dead')`;
  const retry = sql<boolean>`state = 'retry'`;
  const pending = sql<boolean>`state = 'pending'`;
  for (const [name, columns, where] of [
    ["outbox_pending", ["priority", "run_id", "id"], pending],
    ["outbox_retry", ["not_before"], retry],
    ["outbox_retry_of_run", ["run_id"], retry],
    ["outbox_open", ["chat_id"], open],
    ["outbox_set_aside", ["state", "id"], setAside],
  ] as const) {
    await db.schema
      .createIndex(name)
      .on("outbox")
      .columns([...columns])
      .where(where)
      .execute();
  }
}
