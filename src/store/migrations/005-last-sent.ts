import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** What a row was sent as: its message may have got other words since. */
export const lastSent: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await db.schema.alterTable("outbox").addColumn("shown_id", "integer").execute();
    await sql`update outbox
      set shown_id = (select messages.shown_id from messages where messages.id = outbox.message_id)
      where state in ('pending', 'retry', 'sending') and attempts > 0`.execute(db);
  },
};
