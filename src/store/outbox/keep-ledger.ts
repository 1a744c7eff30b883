import type { Selectable, Transaction } from "kysely";
import { enterLedger, queueAgain } from "../ledger/ledger.ts";
import { landEdit } from "../ledger/replacement.ts";
import type { Landed, Landing } from "./landing.ts";
import type { OutboxTable } from "../tables/outbox.ts";
import type { Tables } from "../tables.ts";

/**
 * Keeps which message shows what, now that a row has landed. Under whichever lease it was sent: the
 * chat has it. Nothing is kept of a chat that was forgotten meanwhile.
 */
export async function keepLedger(
  trx: Transaction<Tables>,
  landed: Landed,
  now: Date,
): Promise<void> {
  if (landed.task !== "edit" && landed.shownId === null) return;
  const row = await trx
    .selectFrom("outbox")
    .select(["task", "chat_id", "thread_id", "ledger_id"])
    .where("id", "=", landed.id)
    .executeTakeFirst();
  if (row === undefined) return;
  await (row.task === "edit" ? keepEdited(trx, row, landed) : keepNew(trx, row, landed, now));
}

type Row = Pick<Selectable<OutboxTable>, "task" | "chat_id" | "thread_id" | "ledger_id">;

/** A lost answer leaves a message that nobody can edit. */
async function keepNew(
  trx: Transaction<Tables>,
  row: Row,
  { landing, chatId, shownId }: Landed,
  now: Date,
): Promise<void> {
  if (shownId === null || (landing.type !== "sent" && landing.type !== "unknown")) return;
  const isSent = landing.type === "sent";
  // The id that it had in a group that became another chat means another message there.
  const sentId = isSent && row.chat_id === chatId ? landing.sentId : undefined;
  await enterLedger(trx, [
    {
      chatId: row.chat_id,
      threadId: row.thread_id,
      sentId,
      shownId,
      at: isSent ? landing.at : now,
      isNotice: row.task === "reply",
    },
  ]);
}

/** One that cannot be edited any more is told all the same, and so is what it shows from now on. */
async function keepEdited(
  trx: Transaction<Tables>,
  { chat_id: chatId, ledger_id: ledgerId }: Row,
  landed: Landed,
): Promise<void> {
  if (ledgerId === null) return;
  const { landing } = landed;
  const message = landing.type === "dead" ? landing.message : undefined;
  if (message === "gone") {
    await trx.deleteFrom("ledger").where("id", "=", ledgerId).execute();
  } else if (message === "unreached") {
    await queueIfBack(trx, chatId);
  } else if (landing.type === "sent" || message === "fixed") {
    await landEdit(trx, { ...landed, ledgerId }, true);
  } else if (mayBeMade(landing)) {
    await landEdit(trx, { ...landed, ledgerId }, false);
  }
}

function mayBeMade(landing: Landing): boolean {
  return landing.type === "unknown" || (landing.type === "again" && landing.uncounted !== true);
}

/** Its chat may have come back while the edit was on its way, and was not queued again then. */
async function queueIfBack(trx: Transaction<Tables>, chatId: number): Promise<void> {
  const chat = await trx
    .selectFrom("chats")
    .select("state")
    .where("id", "=", chatId)
    .executeTakeFirst();
  if (chat?.state === "active") await queueAgain(trx, chatId);
}
