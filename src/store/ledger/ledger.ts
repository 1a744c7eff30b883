import type { Kysely, Transaction } from "kysely";
import { keepShown, type Shown } from "./shown.ts";
import { inTransaction } from "../transaction.ts";
import type { Tables } from "../tables.ts";

/** A message that a chat has got, or that a press has changed there. */
export interface Delivered {
  readonly chatId: number;
  /** 0 for General and outside forums. */
  readonly threadId: number;
  /** Telegram's id, where it said one. */
  readonly sentId: number | undefined;
  /** What it is made of; undefined where it shows no figures (any more). */
  readonly shown: Shown | undefined;
  readonly at: Date;
}

/**
 * Keeps what chats have got, in their order: a part of the transaction that is given, or one of its
 * own. Of the same chat and id the content is replaced; without one the row goes.
 */
export async function recordDelivered(
  db: Kysely<Tables>,
  delivered: readonly Delivered[],
): Promise<void> {
  if (delivered.length === 0) return;
  await inTransaction(db, async (trx) => {
    const last = lastOfEach(delivered);
    const ids = new Map<Shown, number>();
    const entries: Entry[] = [];
    for (const { chatId, threadId, sentId, shown, at } of last) {
      if (shown !== undefined) {
        const shownId = ids.get(shown) ?? (await keepShown(trx, shown, at));
        ids.set(shown, shownId);
        entries.push({ chatId, threadId, sentId, shownId, at, isNotice: false });
      } else if (sentId !== undefined) {
        await trx
          .deleteFrom("ledger")
          .where("chat_id", "=", chatId)
          .where("sent_id", "=", sentId)
          .execute();
      }
    }
    await enterLedger(trx, entries);
  });
}

/** One statement cannot touch a row twice: of each message, what was done with it last. */
function lastOfEach(delivered: readonly Delivered[]): readonly Delivered[] {
  const last = new Map<unknown, Delivered>();
  for (const one of delivered) {
    last.set(one.sentId === undefined ? one : `${one.chatId} ${one.sentId}`, one);
  }
  return [...last.values()];
}

export interface Entry {
  readonly chatId: number;
  readonly threadId: number;
  readonly sentId: number | undefined;
  readonly shownId: number;
  readonly at: Date;
  /** It tells of a correction. */
  readonly isNotice: boolean;
}

/** Says which contents messages show, each once; a message that is known takes another one. */
export async function enterLedger(
  trx: Transaction<Tables>,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return;
  await trx
    .insertInto("ledger")
    .values(
      entries.map(({ chatId, threadId, sentId, shownId, at, isNotice }) => ({
        chat_id: chatId,
        thread_id: threadId,
        sent_id: sentId ?? null,
        shown_id: shownId,
        sent_at: at.getTime(),
        queued: 0,
        is_notice: isNotice ? (1 as const) : (0 as const),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["chat_id", "sent_id"]).doUpdateSet((row) => ({
        shown_id: row.ref("excluded.shown_id"),
        sent_at: row.ref("excluded.sent_at"),
        queued: row.ref("excluded.queued"),
      })),
    )
    .execute();
}

/**
 * The edits that could not be made in a chat are queued once more: it can be sent to again. One
 * that may have been made before goes on itself.
 */
export async function queueAgain(trx: Transaction<Tables>, chatId: number): Promise<void> {
  const doubtful = trx
    .selectFrom("ledger")
    .innerJoin("outbox", (join) =>
      join
        .onRef("outbox.run_id", "=", "ledger.queued")
        .onRef("outbox.chat_id", "=", "ledger.chat_id")
        .onRef("outbox.thread_id", "=", "ledger.thread_id")
        .onRef("outbox.part", "=", "ledger.id"),
    )
    .innerJoin("messages", "messages.id", "outbox.message_id")
    .whereRef("messages.shown_id", "=", "ledger.shown_id")
    .where("ledger.chat_id", "=", chatId);
  await trx
    .updateTable("outbox")
    .set({ state: "pending", not_before: null })
    .where("id", "in", doubtful.select("outbox.id").where("outbox.state", "=", "dead"))
    .execute();
  await trx
    .updateTable("ledger")
    .set({ queued: 0 })
    .where("chat_id", "=", chatId)
    .where("id", "not in", doubtful.select("ledger.id"))
    .execute();
}
