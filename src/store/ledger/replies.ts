import type { Transaction } from "kysely";
import type { Tables } from "../tables.ts";
import { priorities } from "../outbox/priority.ts";

interface Reply {
  readonly runId: number;
  /** The message that was found to be wrong. */
  readonly ledgerId: number;
  readonly chatId: number;
  readonly threadId: number;
  readonly noticeId: number;
}

/** The part of a reply: there is one of a run in a chat, whatever its topic. */
const replyPart = -1;

/**
 * Tells a chat of a correction, once, however many of its messages are corrected: below the newest
 * of those that are corrected until it is sent, and in the words for that one.
 */
export async function queueReply(
  trx: Transaction<Tables>,
  { runId, ledgerId, chatId, threadId, noticeId }: Reply,
): Promise<void> {
  const there = await trx
    .selectFrom("outbox")
    .select(["id", "ledger_id", "state", "attempts"])
    .where("run_id", "=", runId)
    .where("chat_id", "=", chatId)
    .where("part", "=", replyPart)
    .executeTakeFirst();
  const words = { ledger_id: ledgerId, thread_id: threadId, message_id: noticeId };
  if (there !== undefined) {
    const isWaiting = there.state === "pending" && there.attempts === 0;
    if (!isWaiting || (there.ledger_id ?? 0) >= ledgerId) return;
    await trx.updateTable("outbox").set(words).where("id", "=", there.id).execute();
    return;
  }
  const wish = await trx
    .selectFrom("subscriptions")
    .select("silent")
    .where("chat_id", "=", chatId)
    .where("thread_id", "=", threadId)
    .executeTakeFirst();
  await trx
    .insertInto("outbox")
    .values({
      run_id: runId,
      task: "reply",
      chat_id: chatId,
      part: replyPart,
      ...words,
      priority: priorities.correction,
      state: "pending",
      silent: wish?.silent ?? 0,
    })
    .execute();
}

/** Why replies are dead that a chat did not get while we had no right to write in it. */
const muted = ["no right to write", "forbidden"];

/** A chat can be written to again: what it was not told meanwhile it is told, while that is of use. */
export async function tellAgain(
  trx: Transaction<Tables>,
  chatId: number,
  now: Date,
): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ state: "pending", reason: null })
    .where("run_id", "in", (select) =>
      select.selectFrom("runs").select("id").where("expires_at", ">", now.getTime()),
    )
    .where("chat_id", "=", chatId)
    .where("part", "=", replyPart)
    .where("state", "=", "dead")
    .where("reason", "in", muted)
    .execute();
}
