import { sql, type Transaction } from "kysely";
import { noticeVariantOf, variantOf } from "./replacement.ts";
import { shownOf, type Shown } from "./shown.ts";
import { wordsOf, type StoredMessage } from "../runs/messages.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** A content that chats hold, with a story that has settled at a later revision. */
export interface Unjudged {
  readonly id: number;
  readonly shown: Shown;
  /** By story of it that has settled: where, and the run that brings messages there. */
  readonly settled: Readonly<Record<string, Settled>>;
}

interface Settled {
  readonly number: number;
  readonly runId: number;
}

/** `current`: nothing material is different. `outdated`: `message` takes its place. */
export type Verdict =
  | { readonly type: "current" }
  | {
      readonly type: "outdated";
      readonly runId: number;
      readonly message: StoredMessage;
      /** To those who have it; without it they are not told. */
      readonly notice?: StoredMessage;
    };

/** As `settleCorrection` writes it. */
const keyOfRun = sql<string>`'correction ' || corrections.story_id || ' ' ||
  cast(corrections.settled as text)`;

/** The next contents to be judged; one that nobody holds waits until somebody does. */
export async function readUnjudged(db: Database, limit: number): Promise<readonly Unjudged[]> {
  const rows = await db
    .selectFrom("shown")
    .selectAll()
    .where("id", "in", (select) =>
      select
        .selectFrom("corrections")
        // In this order: there are few corrections, and many contents.
        .crossJoin("shown_stories as story")
        .innerJoin("runs", (join) => join.on("runs.key", "=", keyOfRun))
        .select("story.shown_id")
        .whereRef("story.story_id", "=", "corrections.story_id")
        .whereRef("story.judged", "<", "corrections.settled")
        .where((row) =>
          row.exists(
            row
              .selectFrom("ledger")
              .select("ledger.id")
              .whereRef("ledger.shown_id", "=", "story.shown_id"),
          ),
        ),
    )
    .orderBy("id")
    .limit(limit)
    .execute();
  const settled = await settledIn(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    shown: shownOf(row),
    settled: settled.get(row.id) ?? {},
  }));
}

/** What has settled of the stories in these contents; one that is shown as it settled, too. */
async function settledIn(
  db: Database,
  shownIds: readonly number[],
): Promise<ReadonlyMap<number, Record<string, Settled>>> {
  if (shownIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("shown_stories")
    .innerJoin("corrections", "corrections.story_id", "shown_stories.story_id")
    .innerJoin("runs", (join) => join.on("runs.key", "=", keyOfRun))
    .select(["shown_stories.shown_id", "corrections.story_id", "corrections.settled"])
    .select("runs.id as run_id")
    .where("shown_stories.shown_id", "in", shownIds)
    .where("corrections.settled", "is not", null)
    .execute();
  const byContent = Map.groupBy(rows, ({ shown_id }) => shown_id);
  return new Map(
    [...byContent].map(([id, stories]) => [
      id,
      Object.fromEntries(
        stories.map(({ story_id, settled, run_id }) => [
          story_id,
          { number: settled ?? 0, runId: run_id },
        ]),
      ),
    ]),
  );
}

/** What became of a content. */
export interface Judged {
  readonly content: Unjudged;
  readonly verdict: Verdict;
}

/** Keeps verdicts, in one transaction; a story that settled meanwhile is still to be judged. */
export async function judge(db: Database, judged: readonly Judged[], now: Date): Promise<void> {
  if (judged.length === 0) return;
  await inTransaction(db, async (trx) => {
    for (const one of judged) await judgeOne(trx, one, now);
  });
}

async function judgeOne(
  trx: Transaction<Tables>,
  { content: { id, settled }, verdict }: Judged,
  now: Date,
): Promise<void> {
  await trx
    .updateTable("shown")
    .set(await replacementOf(trx, id, verdict, now))
    .where("id", "=", id)
    .execute();
  for (const [story, { number }] of Object.entries(settled)) {
    await trx
      .updateTable("shown_stories")
      .set({ judged: number })
      .where("shown_id", "=", id)
      .where("story_id", "=", story)
      .where("judged", "<", number)
      .execute();
  }
}

interface Replacement {
  readonly correction_id: number | null;
  readonly notice_id: number | null;
  readonly run_id: number | null;
}

const none: Replacement = { correction_id: null, notice_id: null, run_id: null };

async function replacementOf(
  trx: Transaction<Tables>,
  id: number,
  verdict: Verdict,
  now: Date,
): Promise<Replacement> {
  if (verdict.type === "current") return none;
  const { runId, message, notice } = verdict;
  const words = await wordsOf(trx, message, now);
  // A content that took its own place would do so for ever.
  if (words.shown_id === id) return none;
  const keep = (variant: string, words: Words) => keepMessage(trx, { runId, variant, words }, now);
  return {
    correction_id: await keep(variantOf(id), words),
    notice_id:
      notice === undefined
        ? null
        : await keep(noticeVariantOf(id), await wordsOf(trx, notice, now)),
    run_id: runId,
  };
}

type Words = Awaited<ReturnType<typeof wordsOf>>;

interface Kept {
  readonly runId: number;
  readonly variant: string;
  readonly words: Words;
}

async function keepMessage(
  trx: Transaction<Tables>,
  { runId, variant, words }: Kept,
  now: Date,
): Promise<number> {
  const { id } = await trx
    .insertInto("messages")
    .values({ run_id: runId, variant, part: 0, news_from: now.getTime(), ...words })
    .onConflict((conflict) => conflict.columns(["run_id", "variant", "part"]).doUpdateSet(words))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Contents are let be whose replacements, of this run, are forgotten. */
export async function forgetReplacements(trx: Transaction<Tables>, runId: number): Promise<void> {
  await trx
    .updateTable("shown")
    .set(none)
    .where("correction_id", "is not", null)
    .where("run_id", "=", runId)
    .execute();
}
