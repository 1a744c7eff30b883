import { sql, type Transaction } from "kysely";
import { setImmediate } from "node:timers/promises";
import type { Standing } from "../../domain/edition.ts";
import { keepDoubtful } from "../outbox/doubt.ts";
import { withdrawn } from "../outbox/states.ts";
import { dropRows, isWaiting, waitingRows } from "../runs/cancel.ts";
import { wordsOf, type StoredMessage } from "../runs/messages.ts";
import { shownOf, type Shown } from "./shown.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** A message on its way to chats, none of which has it for sure. */
export interface Waiting {
  readonly messageId: number;
  readonly runId: number;
  readonly shown: Shown;
}

/** Messages of digests and alerts that are being sent, whose stories have changed since. */
export async function readWaiting(
  db: Database,
  standings: ReadonlyMap<string, Standing>,
  limit: number,
): Promise<readonly Waiting[]> {
  const stories = await db
    .selectFrom("runs")
    .innerJoin("messages", "messages.run_id", "runs.id")
    .innerJoin("shown_stories as story", "story.shown_id", "messages.shown_id")
    .select(["messages.id", "story.story_id", "story.number"])
    .where("runs.state", "in", ["spreading", "spread"])
    .where("runs.kind", "in", ["digest", "alert"])
    .where((row) => row.or([row("runs.state", "=", "spreading"), isWaiting(sql.ref("runs.id"))]))
    .orderBy("messages.id")
    .execute();
  const outdated = stories.filter(
    ({ story_id, number }) => (standings.get(story_id)?.revision ?? 0) > number,
  );
  const ids = [...new Set(outdated.map(({ id }) => id))].slice(0, limit);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("messages")
    .innerJoin("shown", "shown.id", "messages.shown_id")
    .select(["messages.id as message_id", "messages.run_id"])
    .select(["shown.printing", "shown.pieces", "shown.keyboard", "shown.shows"])
    .where("messages.id", "in", ids)
    .orderBy("messages.id")
    .execute();
  return rows.map((row) => ({
    messageId: row.message_id,
    runId: row.run_id,
    shown: shownOf(row),
  }));
}

/** Rows in one transaction. */
const chunk = 2000;

/**
 * Puts other words into a message. Without any nobody gets it any more: what waits is dropped, and
 * places that the run has yet to reach are not given it.
 */
export async function renewWaiting(
  db: Database,
  waiting: Waiting,
  renewed: StoredMessage | undefined,
  now: Date,
): Promise<void> {
  if (renewed === undefined) {
    await withdraw(db, waiting, now);
    return;
  }
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable("messages")
      .set(await wordsOf(trx, renewed, now))
      .where("id", "=", waiting.messageId)
      .execute();
  });
}

async function withdraw(db: Database, waiting: Waiting, now: Date): Promise<void> {
  const { messageId } = waiting;
  const message = db.updateTable("messages").where("id", "=", messageId);
  await message.set({ variant: `${withdrawn} ${messageId}` }).execute();
  while (await inTransaction(db, (trx) => dropSome(trx, waiting, now))) {
    await setImmediate();
  }
  await message.set({ shown_id: null }).execute();
}

async function dropSome(
  trx: Transaction<Tables>,
  { runId, messageId }: Waiting,
  now: Date,
): Promise<boolean> {
  const isOfMessage = sql<boolean>`outbox.message_id = ${messageId}`;
  const ids = await waitingRows(trx, runId, isOfMessage, chunk);
  await keepDoubtful(trx, ids, now);
  await dropRows(trx, ids, withdrawn);
  return ids.length > 0;
}
