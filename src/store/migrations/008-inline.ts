import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

type AnyDatabase = Kysely<unknown>;

/** Messages that people sent through the inline mode. */
export const inline: Migration = {
  async up(db: AnyDatabase): Promise<void> {
    await db.schema.alterTable("ledger").addColumn("inline_id", "text").execute();
    await db.schema.alterTable("ledger").addColumn("person_id", "bigint").execute();
    const isInline = sql<boolean>`inline_id is not null`;
    await db.schema
      .createIndex("ledger_inline")
      .unique()
      .on("ledger")
      .column("inline_id")
      .where(isInline)
      .execute();
    await db.schema
      .createIndex("ledger_inline_person")
      .on("ledger")
      .column("person_id")
      .where(isInline)
      .execute();
  },
};
