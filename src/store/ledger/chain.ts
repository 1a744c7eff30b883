import type { Database } from "../tables.ts";

/** A message by Telegram's id of it in its chat. */
interface Address {
  readonly chatId: number;
  readonly sentId: number;
}

/** The revisions of a story that a message has shown, oldest first; none of one that is not known. */
export async function readChain(
  db: Database,
  { chatId, sentId }: Address,
  story: string,
): Promise<readonly number[]> {
  const row = await db
    .selectFrom("ledger")
    .innerJoin("shown", "shown.id", "ledger.shown_id")
    .select("shown.shows")
    .where("chat_id", "=", chatId)
    .where("sent_id", "=", sentId)
    .executeTakeFirst();
  const shows: Readonly<Record<string, readonly number[]>> = JSON.parse(row?.shows ?? "{}");
  return shows[story] ?? [];
}
