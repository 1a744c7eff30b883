import { sql, type Transaction } from "kysely";
import type { Range } from "./reach.ts";
import type { Run } from "./runs.ts";
import type { Tables } from "../tables.ts";

/** What the subscriptions of a chunk say about where their news begins; all of its schedule. */
export interface Survey {
  /** How many of them begin elsewhere than the run. */
  readonly kept: number;
  readonly earliest: number;
}

export async function surveyNews(
  trx: Transaction<Tables>,
  run: Run,
  { after, until }: Range,
): Promise<Survey> {
  const row = await trx
    .selectFrom("subscriptions")
    .select((select) => [
      select.fn.count<number>("news_from").as("kept"),
      select.fn.min("news_from").as("earliest"),
    ])
    .where("schedule_id", "=", run.scheduleId)
    .where("chat_id", ">", after)
    .where("chat_id", "<=", until)
    .executeTakeFirstOrThrow();
  const from = run.window.from.getTime();
  return {
    kept: row.kept,
    earliest: Math.min(from, row.earliest ?? from),
  };
}

const isActive = sql<boolean>`(subscriptions.state = 'active' and exists (select 1 from chats
  where chats.id = subscriptions.chat_id and chats.state = 'active'))`;

/** Those that a run reached have got what was kept for them. */
export async function clearNews(trx: Transaction<Tables>, run: Run, range: Range): Promise<void> {
  await inChunk(trx, run, range)
    .set({ news_from: null })
    .where("news_from", "is not", null)
    .where(isActive)
    .execute();
}

/** For those that a run passed by, and for all where it reaches nobody, its news is kept. */
export async function keepChunkNews(
  trx: Transaction<Tables>,
  run: Run,
  range: Range,
  of: "all" | "inactive",
): Promise<void> {
  await inChunk(trx, run, range)
    .set({ news_from: run.window.from.getTime() })
    .where("news_from", "is", null)
    .$if(of === "inactive", (query) => query.where((row) => row.not(isActive)))
    .execute();
}

function inChunk(trx: Transaction<Tables>, run: Run, { after, until }: Range) {
  return trx
    .updateTable("subscriptions")
    .where("schedule_id", "=", run.scheduleId)
    .where("chat_id", ">", after)
    .where("chat_id", "<=", until)
    .where("after_run", "<", run.id);
}
