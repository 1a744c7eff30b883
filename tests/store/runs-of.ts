import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable, RunTable } from "../../src/store/tables/outbox.ts";

const day = 86_400_000;

/** What a run has in the outbox, each for another chat. */
interface Rows {
  readonly count: number;
  readonly state: OutboxTable["state"];
  readonly reason?: string | null;
}

/** A run that was made, as far as counting goes. */
export async function addRun(
  db: Database,
  { made, slot = made, kind = "digest" }: { made: number; slot?: number; kind?: RunTable["kind"] },
): Promise<number> {
  const { id } = await db
    .insertInto("runs")
    .values({
      kind,
      slot,
      made_at: made,
      window_from: 0,
      window_until: slot,
      expires_at: made + day,
      cursor: 0,
      state: "spread",
      paused: 0,
      key: null,
      schedule_id: null,
      story_id: null,
      reason: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function addRows(
  db: Database,
  run: number,
  { count, state, reason = null }: Rows,
): Promise<void> {
  const from = await countRows(db);
  await db
    .insertInto("outbox")
    .values(
      Array.from({ length: count }, (_, index) => ({
        run_id: run,
        chat_id: from + index,
        thread_id: 0,
        part: 0,
        message_id: 1,
        priority: 3,
        state,
        silent: 0 as const,
        reason,
        subscription_id: null,
        ledger_id: null,
        shown_id: null,
        not_before: null,
        epoch: null,
        sent_id: null,
        sent_at: null,
      })),
    )
    .execute();
}

async function countRows(db: Database): Promise<number> {
  return (await db.selectFrom("outbox").select("id").execute()).length;
}
