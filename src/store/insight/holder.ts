import { databaseNow } from "../clock.ts";
import type { Database } from "../tables.ts";

/** Whether anybody holds a lease, by the database's clock. */
export async function isTaken(db: Database, name: string): Promise<boolean> {
  const row = await db
    .selectFrom("lease")
    .select("holder")
    .where("name", "=", name)
    .where("expires_at", ">", databaseNow(db))
    .executeTakeFirst();
  return row !== undefined;
}
