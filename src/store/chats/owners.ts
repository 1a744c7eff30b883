import type { Kysely } from "kysely";
import type { Reach } from "../subscriptions/withheld-news.ts";
import type { Tables } from "../tables.ts";
import type { ChatTable } from "../tables/chats.ts";

/** Who is told of what happened to the subscriptions of a chat. */
export interface Owned {
  readonly type: ChatTable["type"];
  readonly title: string | null;
  /**
   * Those who subscribed it; where they are unknown or cannot be written to, one of those who set
   * it up. Nobody, where nothing is subscribed.
   */
  readonly owners: readonly number[];
}

/** Undefined for a chat that is not known. */
export async function readOwned(db: Kysely<Tables>, reach: Reach): Promise<Owned | undefined> {
  const chat = await db
    .selectFrom("chats")
    .select(["type", "title"])
    .where("id", "=", reach.chatId)
    .executeTakeFirst();
  return chat && { ...chat, owners: await ownersOf(db, reach) };
}

async function ownersOf(
  db: Kysely<Tables>,
  { chatId, threadId }: Reach,
): Promise<readonly number[]> {
  const subscribers = await db
    .selectFrom("subscriptions")
    .leftJoin("chats", "chats.id", "subscriptions.person_id")
    .select(["person_id", "chats.state"])
    .distinct()
    .where("chat_id", "=", chatId)
    .$if(threadId !== undefined, (query) => query.where("thread_id", "=", threadId ?? 0))
    .orderBy("person_id")
    .execute();
  if (subscribers.length === 0) return [];
  const people = subscribers.filter(({ state }) => state !== "inactive");
  const known = people.map((one) => one.person_id).filter((id) => id !== null);
  return known.length > 0 ? known : managersOf(db, chatId);
}

/** One of them. */
async function managersOf(db: Kysely<Tables>, chatId: number): Promise<readonly number[]> {
  const rows = await db
    .selectFrom("managers")
    .leftJoin("chats", "chats.id", "managers.person_id")
    .select(["person_id", "chats.state"])
    .where("chat_id", "=", chatId)
    .orderBy("person_id")
    .execute();
  const known = rows.filter(({ state }) => state !== "inactive").map((one) => one.person_id);
  return known.slice(0, 1);
}
