import type { Kysely } from "kysely";
import { databaseNow } from "./clock.ts";
import type { Tables } from "./tables.ts";

/** Who holds any lease of the store now: a process of the bot that is up. */
export async function holdersOf(db: Kysely<Tables>): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("lease")
    .select("holder")
    .where("expires_at", ">", databaseNow(db))
    .orderBy("holder")
    .execute();
  return [...new Set(rows.map(({ holder }) => holder))];
}

/** The leases as they stand: others than before where a bot has been up in between. */
export async function leasesOf(db: Kysely<Tables>): Promise<string> {
  const rows = await db.selectFrom("lease").selectAll().orderBy("name").execute();
  return JSON.stringify(rows.map(({ name, epoch, expires_at: until }) => [name, epoch, until]));
}
