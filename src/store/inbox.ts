import type { Database } from "./database.ts";

export interface InboxTable {
  readonly update_id: number;
  /** The chat whose order the update keeps; 0 for an update without one. */
  readonly chat_id: number;
  /** The update as Telegram sent it, in JSON; null once it is handled or set aside. */
  readonly body: string | null;
  readonly state: "new" | "done" | "dead";
  readonly attempts: number;
  readonly received_at: number;
}

export interface Update {
  readonly updateId: number;
  readonly chatId: number;
  readonly body: string;
}

export interface WaitingUpdate extends Update {
  readonly attempts: number;
}

/**
 * Puts updates into the inbox in one transaction and returns those that were new. An id that is
 * already there is the same update delivered again: Telegram repeats what it saw no answer to.
 */
export async function storeUpdates(
  db: Database,
  updates: readonly Update[],
  now: Date,
): Promise<readonly number[]> {
  if (updates.length === 0) return [];
  const rows = updates.map((update) => ({
    update_id: update.updateId,
    chat_id: update.chatId,
    body: update.body,
    state: "new" as const,
    attempts: 0,
    received_at: now.getTime(),
  }));
  const stored = await db
    .insertInto("inbox")
    .values(rows)
    .onConflict((conflict) => conflict.column("update_id").doNothing())
    .returning("update_id")
    .execute();
  return stored.map((row) => row.update_id);
}

/** Everything that waits, oldest id first: what a start finds after a stop or a kill. */
export async function waitingUpdates(db: Database): Promise<readonly WaitingUpdate[]> {
  const rows = await db
    .selectFrom("inbox")
    .select(["update_id", "chat_id", "body", "attempts"])
    .where("state", "=", "new")
    .orderBy("received_at")
    .orderBy("update_id")
    .execute();
  return rows.map((row) => ({
    updateId: row.update_id,
    chatId: row.chat_id,
    body: row.body ?? "null",
    attempts: row.attempts,
  }));
}

/** The update was handled: its body is erased, its id stays for 48 hours. */
export async function finishUpdate(db: Database, updateId: number): Promise<void> {
  await db
    .updateTable("inbox")
    .set({ state: "done", body: null })
    .where("update_id", "=", updateId)
    .execute();
}
