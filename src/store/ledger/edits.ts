import { sql, type Transaction } from "kysely";
import { replaceContent } from "./replacement.ts";
import type { Database, Tables } from "../tables.ts";
import { priorities } from "../outbox/priority.ts";
import { inTransaction } from "../transaction.ts";

/** A content that has a replacement, in this run. */
interface Replaced {
  readonly id: number;
  readonly runId: number;
}

/**
 * Puts the edits of up to `size` messages into the outbox whose content has a replacement, in one
 * transaction: a kill leaves them either queued or to be found again. True where there may be more.
 * A share of each content at a time, because what was sent one after the other lies side by side in
 * the indices of the outbox too; content by content it takes several times as long.
 */
export function queueEdits(db: Database, size: number): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const contents = await contentsToQueue(trx, mostContents);
    const share = Math.ceil(size / Math.max(1, contents.length));
    const ids: number[] = [];
    for (const content of contents) ids.push(...(await messagesToQueue(trx, content, share)));
    if (ids.length === 0) return false;
    await insertEdits(trx, ids);
    await markQueued(trx, ids);
    await tellTheRest(trx, ids);
    return true;
  });
}

/** Contents of which a share is taken in one transaction: each of them costs a question. */
const mostContents = 50;

/** As in the partial index. */
const isReplaced = sql<boolean>`shown.correction_id is not null`;

/** Two ranges of the index: "not equal" would walk over all that are queued. */
const sides = ["<", ">"] as const;

/** Contents of which some messages are not queued for their replacement. */
async function contentsToQueue(
  trx: Transaction<Tables>,
  limit: number,
): Promise<readonly Replaced[]> {
  const rows = await trx
    .selectFrom("shown")
    .select(["id", "run_id"])
    .where(isReplaced)
    .where((row) =>
      row.or(
        sides.map((side) =>
          row.exists(
            row
              .selectFrom("ledger")
              .select("ledger.id")
              .whereRef("ledger.shown_id", "=", "shown.id")
              .whereRef("ledger.queued", side, "shown.run_id"),
          ),
        ),
      ),
    )
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id, run_id }) => ({ id, runId: run_id ?? 0 }));
}

/** The first messages of a content that are not queued for its replacement. */
async function messagesToQueue(
  trx: Transaction<Tables>,
  { id, runId }: Replaced,
  limit: number,
): Promise<readonly number[]> {
  const ids: number[] = [];
  for (const side of sides) {
    if (ids.length === limit) break;
    const rows = await trx
      .selectFrom("ledger")
      .select("id")
      .where("shown_id", "=", id)
      .where("queued", side, runId)
      .orderBy("queued")
      .orderBy("id")
      .limit(limit - ids.length)
      .execute();
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

async function markQueued(trx: Transaction<Tables>, ids: readonly number[]): Promise<void> {
  await trx
    .updateTable("ledger")
    .set((row) => ({
      queued: row
        .selectFrom("shown")
        .select(sql<number>`shown.run_id`.as("run_id"))
        .whereRef("shown.id", "=", "ledger.shown_id"),
    }))
    .where("id", "in", ids)
    .where(isEditable)
    .execute();
}

const isEditable = sql<boolean>`(ledger.sent_id is not null or ledger.inline_id is not null)`;

/** Joined in this order, whatever the planner thinks of it. */
function unqueued(trx: Transaction<Tables>, ids: readonly number[]) {
  return trx
    .selectFrom("ledger")
    .crossJoin("shown")
    .where("ledger.id", "in", ids)
    .whereRef("shown.id", "=", "ledger.shown_id");
}

/** An edit that is open takes the new words; one that is final goes once more. */
async function insertEdits(trx: Transaction<Tables>, ids: readonly number[]): Promise<void> {
  const isFinal = sql`outbox.state in ('sent', 'unknown', 'dead')`;
  await trx
    .insertInto("outbox")
    .columns([
      "run_id",
      "message_id",
      "task",
      "chat_id",
      "thread_id",
      "part",
      "ledger_id",
      "priority",
      "silent",
      "state",
    ])
    .expression(
      unqueued(trx, ids)
        .select([
          sql<number>`shown.run_id`.as("run_id"),
          sql<number>`shown.correction_id`.as("message_id"),
          sql<"edit">`'edit'`.as("task"),
          "ledger.chat_id",
          "ledger.thread_id",
          "ledger.id as part",
          "ledger.id as ledger_id",
          sql<number>`${sql.lit(priorities.correction)}`.as("priority"),
          sql<0>`0`.as("silent"),
          sql<"pending">`'pending'`.as("state"),
        ])
        .where(isEditable)
        .orderBy("ledger.id"),
    )
    .onConflict((conflict) =>
      conflict.columns(["run_id", "chat_id", "thread_id", "part"]).doUpdateSet((row) => ({
        message_id: row.ref("excluded.message_id"),
        state: sql`case when ${isFinal} then 'pending' else outbox.state end`,
        attempts: sql`case when ${isFinal} then 0 else outbox.attempts end`,
        reason: sql`case when ${isFinal} then null else outbox.reason end`,
        not_before: sql`case when ${isFinal} then null else outbox.not_before end`,
      })),
    )
    .execute();
}

/** Messages that cannot be edited, because nobody knows their ids: their chats are only told. */
async function tellTheRest(trx: Transaction<Tables>, ids: readonly number[]): Promise<void> {
  const rows = await unqueued(trx, ids)
    .innerJoin("messages", "messages.id", "shown.correction_id")
    .select(["ledger.id", "ledger.chat_id", "ledger.thread_id"])
    .select(["shown.run_id", "shown.notice_id", "messages.shown_id"])
    .where("ledger.sent_id", "is", null)
    .where("ledger.inline_id", "is", null)
    .execute();
  for (const row of rows) {
    await replaceContent(
      trx,
      { id: row.id, chatId: row.chat_id, threadId: row.thread_id },
      { runId: row.run_id ?? 0, shownId: row.shown_id, noticeId: row.notice_id },
    );
  }
}
