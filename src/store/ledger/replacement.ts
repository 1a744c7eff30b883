import { sql, type Transaction } from "kysely";
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
  await showInstead(trx, id, { shownId, queued: 0 });
}

/** An edit of a message. */
export interface Edit {
  /** Of its row in the outbox. */
  readonly id: number;
  readonly ledgerId: number;
  readonly messageId: number;
  /** What the message shows then. */
  readonly shownId: number | null;
}

/**
 * An edit was made, or may have been: from now on its content is what is corrected, and the edit
 * goes on until it is sure. Where a press came between, the message shows either, and the edit goes
 * once more.
 */
export async function landEdit(
  trx: Transaction<Tables>,
  { id, ledgerId, messageId, shownId }: Edit,
  isSure: boolean,
): Promise<void> {
  if (isSure) await tellOfEdit(trx, ledgerId, messageId);
  const row = await trx
    .selectFrom("ledger")
    .innerJoin("messages as words", (join) => join.on("words.id", "=", messageId))
    .select(["ledger.shown_id", "words.run_id", "words.variant"])
    .where("ledger.id", "=", ledgerId)
    .executeTakeFirst();
  if (row === undefined || (shownId === null && !isSure)) return;
  const isPressed = row.shown_id !== shownId && row.variant !== variantOf(row.shown_id);
  const isDone = isSure && !isPressed;
  await showInstead(trx, ledgerId, { shownId, queued: isDone ? 0 : row.run_id });
  if (!isDone) await goOn(trx, id);
}

/** Of the message that takes the place of a content. */
export function variantOf(shownId: number): string {
  return `shown ${shownId}`;
}

/** Of the notice to those who hold a content. */
export function noticeVariantOf(shownId: number): string {
  return `notice ${shownId}`;
}

/**
 * Tells the chat of a message that was edited, or may have been, where that is a correction. Where a
 * message of the inline mode is nobody knows.
 */
export async function tellOfEdit(
  trx: Transaction<Tables>,
  ledgerId: number,
  messageId: number,
): Promise<void> {
  const row = await trx
    .selectFrom("ledger")
    .innerJoin("messages as words", (join) => join.on("words.id", "=", messageId))
    .innerJoin("messages as notice", (join) =>
      join
        .onRef("notice.run_id", "=", "words.run_id")
        .on(sql<boolean>`notice.variant = replace(words.variant, 'shown ', 'notice ')`),
    )
    .select(["ledger.chat_id", "ledger.thread_id", "notice.run_id", "notice.id as notice_id"])
    .where("ledger.id", "=", ledgerId)
    .where("ledger.inline_id", "is", null)
    .executeTakeFirst();
  if (row === undefined) return;
  const { run_id: runId, chat_id: chatId, thread_id: threadId, notice_id: noticeId } = row;
  await queueReply(trx, { runId, ledgerId, chatId, threadId, noticeId });
}

/** One that has ended is not at its end. */
async function goOn(trx: Transaction<Tables>, id: number): Promise<void> {
  await trx
    .updateTable("outbox")
    .set({ state: "pending", not_before: null })
    .where("id", "=", id)
    .where("state", "in", ["sent", "unknown", "dead"])
    .execute();
}

interface Instead {
  /** Null where it shows no figures any more. */
  readonly shownId: number | null;
  readonly queued: number;
}

async function showInstead(
  trx: Transaction<Tables>,
  ledgerId: number,
  { shownId, queued }: Instead,
): Promise<void> {
  await (shownId === null
    ? trx.deleteFrom("ledger").where("id", "=", ledgerId).execute()
    : trx
        .updateTable("ledger")
        .set({ shown_id: shownId, queued })
        .where("id", "=", ledgerId)
        .execute());
}
