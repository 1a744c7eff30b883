import type { Database } from "../tables.ts";
import { forgetChat } from "./forget.ts";

/** Days for which a chat that blocked the bot, or threw it out, may come back to what it chose. */
const graceDays = 90;

const day = 86_400_000;

/** Chats that are looked at in one query: the table may be a million rows long. */
const chunk = 10_000;

/**
 * Erases, as /forget does, the chats behind `after` that nothing could be sent to for 90 days
 * (telegram-facts.md 5.1, 20). Returns where to go on, or undefined at the end.
 */
export async function forgetGone(
  db: Database,
  now: Date,
  after: number,
): Promise<number | undefined> {
  const some = db
    .selectFrom("chats")
    .select("id")
    .where("id", ">", after)
    .orderBy("id")
    .limit(chunk)
    .as("some");
  const last = await db
    .selectFrom(some)
    .select(({ fn }) => fn.max<number | null>("some.id").as("id"))
    .executeTakeFirstOrThrow();
  if (last.id === null) return undefined;
  const gone = await db
    .selectFrom("chats")
    .select("id")
    .where("id", ">", after)
    .where("id", "<=", last.id)
    .where("state", "=", "inactive")
    .where("state_since", "<", now.getTime() - graceDays * day)
    .execute();
  for (const { id } of gone) await forgetChat(db, id);
  return last.id;
}
