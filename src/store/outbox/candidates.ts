import { sql, type Kysely, type Transaction } from "kysely";
import { readMark } from "../marks.ts";
import type { Candidate } from "./candidate.ts";
import { rowsOf, type Head, type LiveRun } from "./run-rows.ts";
import type { Tables } from "../tables.ts";
import { priorities } from "./priority.ts";

export interface Peek {
  readonly candidates: readonly Candidate[];
  /** There are more behind these. */
  readonly more: boolean;
}

/** The mark under which all digests, alerts and corrections wait. */
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
  const last = paused ? priorities.notice : Infinity;
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

/**
 * The next run that has rows. Two steps, each to one end of the index: compared as a pair, SQLite
 * would walk over all rows of the run that is left.
 */
export async function nextHead(trx: Kysely<Tables>, after: Head): Promise<Head | undefined> {
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

/** A run that may be sent at the moment. */
function readRun(trx: Transaction<Tables>, id: number, now: Date): Promise<LiveRun | undefined> {
  return trx
    .selectFrom("runs")
    .select(["kind", "story_id", "expires_at"])
    .where("id", "=", id)
    .where("paused", "=", 0)
    .where("expires_at", ">", now.getTime())
    .executeTakeFirst();
}
