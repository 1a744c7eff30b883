import type { Database } from "../tables.ts";
import type { Place } from "../subscriptions/subscriptions.ts";
import { inTransaction } from "../transaction.ts";

/**
 * A subscription whose forum topic cannot be written in goes on in General. Where General has one of
 * its own, that one stays and the topic's ends. False where the place has none.
 */
export async function moveToGeneral(db: Database, place: Place): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom("subscriptions")
      .select(["id", "thread_id"])
      .where("chat_id", "=", place.chatId)
      .where("thread_id", "in", [0, place.threadId])
      .execute();
    const moved = known.find(({ thread_id }) => thread_id === place.threadId);
    if (moved === undefined || place.threadId === 0) return false;
    if (known.length > 1) {
      await trx.deleteFrom("subscriptions").where("id", "=", moved.id).execute();
      return true;
    }
    await trx
      .updateTable("subscriptions")
      .set({ thread_id: 0, state: "active", reason: null })
      .where("id", "=", moved.id)
      .execute();
    return true;
  });
}
