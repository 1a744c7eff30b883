import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** Pictures that Telegram has, which message is to have one, and who wants cards. */
export const pictures: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await db.schema
      .createTable("pictures")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("file_id", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
    await db.schema.alterTable("messages").addColumn("picture", "text").execute();
    await extendSubscriptions(db);
  },
};

/** The index has all that a run asks for, so that it need not look at the rows themselves. */
async function extendSubscriptions(db: AnyDatabase): Promise<void> {
  await db.schema
    .alterTable("subscriptions")
    .addColumn("cards", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.dropIndex("subscriptions_of_schedule").execute();
  await db.schema
    .createIndex("subscriptions_of_schedule")
    .on("subscriptions")
    .columns(["schedule_id", "chat_id", "thread_id", "state", "after_run", "news_from"])
    .columns(["topics", "empty_line", "silent", "cards"])
    .execute();
}
