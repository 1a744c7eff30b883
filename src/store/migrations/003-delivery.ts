import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What is known of the content, and what is sent of it. */
export const delivery: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await createNews(db);
    await createOutbox(db);
  },
};

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
