import type { KnownChat } from "../chats/chats.ts";
import type { Database } from "../tables.ts";

/** The groups and channels that have subscriptions, the newest first, and how many there are. */
export async function subscribedPlaces(
  db: Database,
  limit: number,
): Promise<{ readonly chats: readonly KnownChat[]; readonly total: number }> {
  const subscribed = db
    .selectFrom("chats")
    .where("type", "!=", "private")
    .where((row) =>
      row.exists(
        row
          .selectFrom("subscriptions")
          .select("subscriptions.id")
          .whereRef("subscriptions.chat_id", "=", "chats.id"),
      ),
    );
  const rows = await subscribed
    .select(["id", "type", "title"])
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
  const { total } = await subscribed
    .select((row) => row.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const chats = rows.map(({ id, type, title }) => ({ id, type, title: title ?? undefined }));
  return { chats, total };
}
