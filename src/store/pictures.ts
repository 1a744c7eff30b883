import type { Database } from "./tables.ts";

/** How long a picture's file is known after its upload, in ms: a later wish uploads it anew. */
const keptFor = 90 * 86_400_000;

/** The file that Telegram keeps of a picture; undefined where it has none that we know of. */
export async function readPicture(db: Database, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("pictures")
    .select("file_id")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.file_id;
}

/** Keeps the file of a picture, and forgets old ones; a later one takes its place. */
export async function keepPicture(
  db: Database,
  { key, fileId }: { readonly key: string; readonly fileId: string },
  now: Date,
): Promise<void> {
  const file = { file_id: fileId, at: now.getTime() };
  await db
    .deleteFrom("pictures")
    .where("at", "<", file.at - keptFor)
    .execute();
  await db
    .insertInto("pictures")
    .values({ key, ...file })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(file))
    .execute();
}

/** Telegram does not take this file any more; a later one of the same picture stays. */
export async function dropPicture(
  db: Database,
  { key, fileId }: { readonly key: string; readonly fileId: string },
): Promise<void> {
  await db.deleteFrom("pictures").where("key", "=", key).where("file_id", "=", fileId).execute();
}
