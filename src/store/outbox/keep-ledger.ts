import type { Selectable, Transaction } from "kysely";
import { enterLedger, queueAgain, type Entry } from "../ledger/ledger.ts";
import { landEdit } from "../ledger/replacement.ts";
import type { Landed, Landing } from "./landing.ts";
import type { OutboxTable } from "../tables/outbox.ts";
import type { Tables } from "../tables.ts";

/**
 * Keeps which messages show what, now that rows have landed. Under whichever lease they were sent:
 * the chats have them. Nothing is kept of a chat that was forgotten meanwhile.
 */
export async function keepLedger(
  trx: Transaction<Tables>,
  landed: readonly Landed[],
  now: Date,
): Promise<void> {
  const showing = landed.filter(({ task, shownId }) => task === "edit" || shownId !== null);
  if (showing.length === 0) return;
  const rows = await trx
    .selectFrom("outbox")
    .select(["id", "task", "chat_id", "thread_id", "ledger_id"])
    .where(
      "id",
      "in",
      showing.map(({ id }) => id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = showing.flatMap((one) => {
    const row = byId.get(one.id);
    return row === undefined ? [] : [{ row, landed: one }];
  });
  await enterLedger(
    trx,
    known.flatMap(({ row, landed }) => entryOf(row, landed, now)),
  );
  for (const { row, landed } of known) {
    if (row.task === "edit") await keepEdited(trx, row, landed);
  }
}

type Row = Pick<Selectable<OutboxTable>, "task" | "chat_id" | "thread_id" | "ledger_id">;

/** Of a new message. A lost answer leaves one that nobody can edit. */
function entryOf(row: Row, { landing, chatId, shownId }: Landed, now: Date): readonly Entry[] {
  if (row.task === "edit" || shownId === null) return [];
  if (landing.type !== "sent" && landing.type !== "unknown") return [];
  const isSent = landing.type === "sent";
  return [
    {
      chatId: row.chat_id,
      threadId: row.thread_id,
      // The id that it had in a group that became another chat means another message there.
      sentId: isSent && row.chat_id === chatId ? landing.sentId : undefined,
      shownId,
      at: isSent ? landing.at : now,
      isNotice: row.task === "reply",
    },
  ];
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
