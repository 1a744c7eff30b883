import { sql, type Transaction } from "kysely";
import type { Tables } from "../tables.ts";

/** A message that a reply answers. */
export interface Replied {
  readonly threadId: number;
  /** Telegram's id, where it is known. */
  readonly sentId: number | undefined;
}

/**
 * The newest message of each chat that shows the story. A notice is one only where nothing else is,
 * and what nobody can answer only where nothing can be.
 */
export async function repliedIn(
  trx: Transaction<Tables>,
  storyId: string | null,
  chatIds: readonly number[],
): Promise<ReadonlyMap<number, Replied>> {
  const replied = new Map<number, Replied>();
  for (const chatId of storyId === null ? [] : chatIds) {
    const row = await trx
      .selectFrom("ledger")
      .innerJoin("shown_stories", "shown_stories.shown_id", "ledger.shown_id")
      .select(["ledger.thread_id", "ledger.sent_id"])
      .where("ledger.chat_id", "=", chatId)
      .where("shown_stories.story_id", "=", storyId)
      .orderBy(sql`case when ledger.sent_id is null then 1 else 0 end`)
      .orderBy("ledger.is_notice")
      .orderBy("ledger.sent_id", "desc")
      .limit(1)
      .executeTakeFirst();
    if (row === undefined) continue;
    replied.set(chatId, { threadId: row.thread_id, sentId: row.sent_id ?? undefined });
  }
  return replied;
}
