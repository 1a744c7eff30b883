import type { Transaction } from "kysely";
import { enterLedger } from "../ledger/ledger.ts";
import type { Tables } from "../tables.ts";

/**
 * What these rows were sent as, without an answer, may be there for ever: it is kept as messages
 * that nobody can edit, so that their chats are told. Before they are sent as something else, or
 * end unsent.
 */
export async function keepDoubtful(
  trx: Transaction<Tables>,
  ids: readonly number[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom("outbox")
    .select(["chat_id", "thread_id", "task", "shown_id"])
    .where("id", "in", ids)
    .where("task", "!=", "edit")
    .where("resent", "=", 1)
    .orderBy("id")
    .execute();
  await enterLedger(
    trx,
    rows.flatMap(({ chat_id: chatId, thread_id: threadId, task, shown_id: shownId }) =>
      shownId === null
        ? []
        : [{ chatId, threadId, sentId: undefined, shownId, at: now, isNotice: task === "reply" }],
    ),
  );
}
