import type { Flown } from "./landing.ts";
import { isSending } from "./states.ts";
import { isHeld, type Lease } from "../lease.ts";
import type { Transaction } from "kysely";
import { landEdit, type Edit } from "../ledger/replacement.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/**
 * A row that was cut off so often is not sent again: something about it may be what ends the
 * process. Until then nothing that a crash cut off is lost, and each crash doubles at most what was
 * in flight.
 */
const mostAttempts = 5;

export interface Recovered {
  readonly again: number;
  readonly unknown: number;
}

/**
 * What another holder of the lease was sending when it ended may have arrived or not: it is sent
 * again, marked as a possible second copy. An edit does no harm twice, and always is. Does nothing
 * where the lease is not ours any more.
 */
export async function recoverOutbox(db: Database, lease: Lease): Promise<Recovered> {
  return inTransaction(db, async (trx) => {
    if (!(await isHeld(trx, lease))) return { again: 0, unknown: 0 };
    const cutOff = trx.updateTable("outbox").where(isSending).where("epoch", "!=", lease.epoch);
    const { numUpdatedRows: unknown } = await cutOff
      .set({ state: "unknown", reason: "cut off again and again" })
      .where("attempts", ">=", mostAttempts)
      .where("task", "!=", "edit")
      .executeTakeFirstOrThrow();
    const edits = await editsOf(trx, lease);
    const { numUpdatedRows: again } = await cutOff
      .set({ state: "pending", resent: 1 })
      .executeTakeFirstOrThrow();
    for (const edit of edits) await landEdit(trx, edit, false);
    return { again: Number(again), unknown: Number(unknown) };
  });
}

/**
 * What the store has as being sent under this lease, but for those rows that are. Where the answer to
 * a commit was lost, its intents may be there although nobody heard of them: nothing was sent of it.
 */
export async function readUnsent(
  db: Database,
  { epoch }: Lease,
  flying: ReadonlySet<number>,
): Promise<readonly Flown[]> {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "task", "message_id", "chat_id", "shown_id"])
    .where(isSending)
    .where("epoch", "=", epoch)
    .execute();
  return rows
    .filter(({ id }) => !flying.has(id))
    .map(({ id, task, message_id: messageId, chat_id: chatId, shown_id: shownId }) => ({
      id,
      task,
      messageId,
      chatId,
      shownId,
      epoch,
    }));
}

async function editsOf(trx: Transaction<Tables>, lease: Lease): Promise<readonly Edit[]> {
  const rows = await trx
    .selectFrom("outbox")
    .select(["id", "ledger_id", "message_id", "shown_id"])
    .where(isSending)
    .where("epoch", "!=", lease.epoch)
    .where("task", "=", "edit")
    .execute();
  return rows.map(({ id, ledger_id, message_id, shown_id }) => ({
    id,
    ledgerId: ledger_id ?? 0,
    messageId: message_id,
    shownId: shown_id,
  }));
}
