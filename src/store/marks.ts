import type { Kysely } from "kysely";
import type { Tables } from "./tables.ts";

export async function readMark(db: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("marks")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}

export async function setMark(db: Kysely<Tables>, name: string, value: string): Promise<void> {
  await db
    .insertInto("marks")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

export async function removeMark(db: Kysely<Tables>, name: string): Promise<void> {
  await db.deleteFrom("marks").where("name", "=", name).execute();
}
