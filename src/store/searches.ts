import { createHash } from "node:crypto";
import type { Database } from "./tables.ts";

/** Days that a search is kept after it was last asked for. */
const keptFor = 30 * 86_400_000;

/** The newest, so that nobody fills the store by asking for ever other things. */
const mostKept = 10_000;

/**
 * Keeps a search for its buttons, without who asked, and forgets the old ones. The key of a text is
 * always the same: 16 letters, digits, `-` and `_`.
 */
export async function keepSearch(db: Database, query: string, now: Date): Promise<string> {
  const key = createHash("sha256").update(query).digest("base64url").slice(0, 16);
  const asked_at = now.getTime();
  const oldest = await db
    .selectFrom("searches")
    .select("asked_at")
    .orderBy("asked_at", "desc")
    .offset(mostKept - 1)
    .limit(1)
    .executeTakeFirst();
  const until = Math.max(asked_at - keptFor, (oldest?.asked_at ?? 0) + 1);
  await db.deleteFrom("searches").where("asked_at", "<", until).execute();
  await db
    .insertInto("searches")
    .values({ key, query, asked_at })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ asked_at }))
    .execute();
  return key;
}

/** The search of a key; undefined once it is forgotten. */
export async function findSearch(db: Database, key: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("searches")
    .select("query")
    .where("key", "=", key)
    .executeTakeFirst();
  return row?.query;
}
