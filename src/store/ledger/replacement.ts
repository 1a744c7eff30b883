import type { Transaction } from "kysely";
import { queueReply } from "./replies.ts";
import type { Tables } from "../tables.ts";

/** A row of the ledger. */
interface Held {
  readonly id: number;
  readonly chatId: number;
  readonly threadId: number;
}

/** What takes the place of a content. */
export interface Replacement {
  readonly runId: number;
  /** Null where it shows no figures any more. */
  readonly shownId: number | null;
  /** Null where nobody is told. */
  readonly noticeId: number | null;
}

/** A message has its replacement now; its chat is told where that is a correction. */
export async function replaceContent(
  trx: Transaction<Tables>,
  { id, chatId, threadId }: Held,
  { runId, shownId, noticeId }: Replacement,
): Promise<void> {
  if (noticeId !== null) await queueReply(trx, { runId, ledgerId: id, chatId, threadId, noticeId });
  await (shownId === null
    ? trx.deleteFrom("ledger").where("id", "=", id).execute()
    : trx
        .updateTable("ledger")
        .set({ shown_id: shownId, queued: 0 })
        .where("id", "=", id)
        .execute());
}

interface LandedEdit {
  readonly runId: number;
  readonly ledgerId: number;
  /** The content that the message had when its edit was taken. */
  readonly heldId: number | null;
  /** The one that it was given. */
  readonly shownId: number | null;
}

/**
 * An edit was made. Where a press came between, the message shows either; a content with a
 * replacement of its own is edited once more, and else both are as they should be.
 */
export async function landEdit(
  trx: Transaction<Tables>,
  { runId, ledgerId, heldId, shownId }: LandedEdit,
): Promise<void> {
  const row = await trx
    .selectFrom("ledger")
    .innerJoin("shown", "shown.id", "ledger.shown_id")
    .select(["ledger.chat_id", "ledger.thread_id", "ledger.shown_id", "shown.correction_id"])
    .where("ledger.id", "=", ledgerId)
    .executeTakeFirst();
  if (row === undefined) return;
  const isReplaced = row.shown_id !== heldId && row.correction_id !== null;
  await replaceContent(
    trx,
    { id: ledgerId, chatId: row.chat_id, threadId: row.thread_id },
    {
      runId,
      shownId: isReplaced ? row.shown_id : shownId,
      noticeId: await noticeTo(trx, runId, heldId),
    },
  );
}

/** As `judge` keeps it. */
async function noticeTo(
  trx: Transaction<Tables>,
  runId: number,
  heldId: number | null,
): Promise<number | null> {
  const notice = await trx
    .selectFrom("messages")
    .select("id")
    .where("run_id", "=", runId)
    .where("variant", "=", `notice ${heldId}`)
    .executeTakeFirst();
  return notice?.id ?? null;
}
