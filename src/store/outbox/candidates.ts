import { sql, type Transaction } from "kysely";
import { readMark } from "../marks.ts";
import type { Flag, RunTable, Tables } from "../tables.ts";

/** A row that may be next. */
export interface Candidate {
  readonly id: number;
  readonly runId: number;
  readonly kind: RunTable["kind"];
  readonly chatId: number;
  readonly threadId: number;
  readonly isGroup: boolean;
  readonly part: number;
  readonly messageId: number;
  /** When its run is too old to be told. */
  readonly expiresAt: Date;
  /** Times that it was sent before. */
  readonly attempts: number;
  /** It may be there already. */
  readonly resent: boolean;
  readonly silent: boolean;
  /** What is to be different from the time before. */
  readonly reason: string | null;
  /** Until when Telegram asked to leave the chat alone. */
  readonly heldUntil?: Date;
  /** An earlier part of the same message is not final: not before that one may go. */
  readonly follows?: Date;
  /** Why it is not to be sent at all any more. */
  readonly lapsed?: string;
}

export interface Peek {
  readonly candidates: readonly Candidate[];
  /** There are more behind these. */
  readonly more: boolean;
}

/** The mark under which all digests and alerts wait. */
export const bulkPaused = "bulk_paused";

/**
 * The first `limit` rows that wait, by priority, run and id. Runs that are paused or have expired
 * are stepped over whole, so that it costs the same whatever waits in them.
 */
export async function peekOutbox(
  trx: Transaction<Tables>,
  limit: number,
  now: Date,
): Promise<Peek> {
  const paused = (await readMark(trx, bulkPaused)) !== undefined;
  const last = paused ? 0 : Infinity;
  const candidates: Candidate[] = [];
  let head = await nextHead(trx, { priority: -1, run_id: 0 });
  while (head !== undefined && head.priority <= last && candidates.length < limit) {
    const run = await readRun(trx, head.run_id, now);
    if (run !== undefined) {
      candidates.push(...(await rowsOf(trx, head, run, limit - candidates.length)));
    }
    head = await nextHead(trx, head);
  }
  return { candidates, more: candidates.length >= limit };
}

interface Head {
  readonly priority: number;
  readonly run_id: number;
}

/**
 * The next run that has rows. Two steps, each to one end of the index: compared as a pair, SQLite
 * would walk over all rows of the run that is left.
 */
async function nextHead(trx: Transaction<Tables>, after: Head): Promise<Head | undefined> {
  const heads = trx
    .selectFrom("outbox")
    .select(["priority", "run_id"])
    .where("state", "=", sql.lit("pending"))
    .orderBy("priority")
    .orderBy("run_id")
    .limit(1);
  const sameUrgency = await heads
    .where("priority", "=", after.priority)
    .where("run_id", ">", after.run_id)
    .executeTakeFirst();
  return sameUrgency ?? heads.where("priority", ">", after.priority).executeTakeFirst();
}

type LiveRun = Pick<RunTable, "kind" | "expires_at">;

/** A run that may be sent at the moment. */
function readRun(trx: Transaction<Tables>, id: number, now: Date): Promise<LiveRun | undefined> {
  return trx
    .selectFrom("runs")
    .select(["kind", "expires_at"])
    .where("id", "=", id)
    .where("paused", "=", 0)
    .where("expires_at", ">", now.getTime())
    .executeTakeFirst();
}

async function rowsOf(
  trx: Transaction<Tables>,
  head: Head,
  run: LiveRun,
  limit: number,
): Promise<readonly Candidate[]> {
  const rows = await trx
    .selectFrom("outbox as row")
    .leftJoin("chats as chat", "chat.id", "row.chat_id")
    .leftJoin("subscriptions as wish", (join) =>
      join
        .onRef("wish.id", "=", "row.subscription_id")
        .onRef("wish.chat_id", "=", "row.chat_id")
        .onRef("wish.thread_id", "=", "row.thread_id"),
    )
    .select(["row.id", "row.run_id", "row.subscription_id", "row.chat_id", "row.thread_id"])
    .select(["row.part", "row.message_id", "row.attempts", "row.resent", "row.silent"])
    .select(["row.reason", "chat.type", "chat.state as chat_state", "chat.hold_until"])
    .select(["wish.state as wish_state", "wish.alerts as wish_alerts"])
    .select((select) =>
      select
        .selectFrom("outbox as earlier")
        .select(sql<number | null>`max(coalesce(earlier.not_before, 0))`.as("until"))
        .whereRef("earlier.run_id", "=", "row.run_id")
        .whereRef("earlier.chat_id", "=", "row.chat_id")
        .whereRef("earlier.thread_id", "=", "row.thread_id")
        .whereRef("earlier.part", "<", "row.part")
        .where("earlier.state", "in", ["pending", "retry", "sending"])
        .as("earlier_until"),
    )
    .where("row.state", "=", sql.lit("pending"))
    .where("row.priority", "=", head.priority)
    .where("row.run_id", "=", head.run_id)
    .orderBy("row.id")
    .limit(limit)
    .execute();
  return rows.map((row) => {
    const lapsed = lapseOf(row, run.kind);
    return {
      id: row.id,
      runId: row.run_id,
      kind: run.kind,
      chatId: row.chat_id,
      threadId: row.thread_id,
      isGroup: row.type === null ? row.chat_id < 0 : row.type !== "private",
      part: row.part,
      messageId: row.message_id,
      expiresAt: new Date(run.expires_at),
      attempts: row.attempts,
      resent: row.resent === 1,
      silent: row.silent === 1,
      reason: row.reason,
      ...(row.hold_until !== null && { heldUntil: new Date(row.hold_until) }),
      ...(row.earlier_until !== null && { follows: new Date(row.earlier_until) }),
      ...(lapsed !== undefined && { lapsed }),
    };
  });
}

interface Standing {
  readonly subscription_id: number | null;
  readonly chat_state: "active" | "paused" | "inactive" | null;
  readonly wish_state: "active" | "paused" | null;
  readonly wish_alerts: Flag | null;
}

/** What was wanted when the row was made may not be wanted, or not be possible, any more. */
function lapseOf(row: Standing, kind: RunTable["kind"]): string | undefined {
  if (row.chat_state === "inactive") return "the chat is gone";
  if (row.subscription_id === null) return undefined;
  if (row.chat_state === "paused") return "no right to write";
  if (row.wish_state === null) return "unsubscribed";
  if (row.wish_state === "paused") return "topic closed";
  return kind === "alert" && row.wish_alerts === 0 ? "alerts are off" : undefined;
}
