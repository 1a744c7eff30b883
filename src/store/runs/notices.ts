import type { Transaction } from "kysely";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";
import { priorities } from "../outbox/priority.ts";

/** Words to one chat that nobody asked for: to an owner, an editor, an operator. */
export interface Notice {
  /** What it says, once: a second notice of the same key is not sent. */
  readonly key: string;
  readonly chatId: number;
  /** A forum topic; General where there is none. */
  readonly threadId?: number;
  readonly message: NoticeMessage;
}

/** A rendered message; the keyboard is the rendering's own, of any form that JSON can hold. */
export interface NoticeMessage {
  readonly html: string;
  readonly keyboard?: readonly unknown[];
}

const day = 86_400_000;

/**
 * Puts a notice into the outbox, before everything else; it expires after 24 hours. False where
 * there was one of this key already, as far back as the outbox is kept. A part of the transaction
 * that is given, or one of its own.
 */
export function queueNotice(db: Database, notice: Notice, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const runId = await insertRun(trx, notice.key, now);
    if (runId === undefined) return false;
    await insertRow(trx, runId, notice, now);
    return true;
  });
}

async function insertRun(
  trx: Transaction<Tables>,
  key: string,
  now: Date,
): Promise<number | undefined> {
  const at = now.getTime();
  const run = await trx
    .insertInto("runs")
    .values({
      kind: "notice",
      key: `notice ${key}`,
      slot: at,
      window_from: at,
      window_until: at,
      made_at: at,
      expires_at: at + day,
      cursor: 0,
      state: "spread",
      paused: 0,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  return run?.id;
}

async function insertRow(
  trx: Transaction<Tables>,
  runId: number,
  { chatId, threadId = 0, message }: Notice,
  now: Date,
): Promise<void> {
  const { id } = await trx
    .insertInto("messages")
    .values({
      run_id: runId,
      variant: "",
      part: 0,
      html: message.html,
      keyboard: message.keyboard === undefined ? null : JSON.stringify(message.keyboard),
      news_from: now.getTime(),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const place = { chat_id: chatId, thread_id: threadId };
  const row = {
    run_id: runId,
    message_id: id,
    part: 0,
    priority: priorities.notice,
    silent: 0,
  } as const;
  await trx
    .insertInto("outbox")
    .values({ ...place, ...row, state: "pending" })
    .execute();
}
