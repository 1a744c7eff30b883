import type { Database } from "./tables.ts";

/** How long an address leads to its picture, in ms: Telegram fetches it within the hour. */
const keptFor = 7 * 86_400_000;

/** Keeps a picture, as JSON, under the key of its address, for a week; forgets older ones. */
export async function keepCard(
  db: Database,
  { key, picture }: { readonly key: string; readonly picture: string },
  now: Date,
): Promise<void> {
  const asked_at = now.getTime();
  await db
    .deleteFrom("cards")
    .where("asked_at", "<", asked_at - keptFor)
    .execute();
  await db
    .insertInto("cards")
    .values({ key, picture, asked_at })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ asked_at }))
    .execute();
}

/** A picture as JSON; undefined for a key that is not kept. */
export async function readCard(db: Database, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("cards")
    .select("picture")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.picture;
}
