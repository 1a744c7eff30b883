import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Chats to be left alone are looked for every few seconds, among very many. */
export const holds: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex("chats_held")
      .on("chats")
      .column("hold_until")
      .where(sql.ref("hold_until"), "is not", null)
      .execute();
  },
};
