import type { TimeOfDay } from "../../domain/time/time-zone.ts";
import { alertRuns } from "./alert-runs.ts";
import { cancelEarlier } from "./cancel.ts";
import { endSpread, lastOfChunk, lockCursor, moveCursor } from "./chunks.ts";
import { enqueue, quietHours, variantsOf, type Hold, type Quiet } from "./enqueue.ts";
import { clearNews, keepChunkNews, surveyNews } from "./chunk-news.ts";
import { alertReach, digestReach, type AlertStory } from "./reach.ts";
import type { Run } from "./runs.ts";
import type { Database } from "../tables.ts";
import { priorities } from "../outbox/priority.ts";
import { inTransaction } from "../transaction.ts";

/**
 * What became of one chunk of a run. `unknown`: it waits until the messages of these variants are
 * stored, and then is to be tried again. `over`: the run has reached everybody.
 */
export type Step =
  | { readonly type: "reached" }
  | { readonly type: "unknown"; readonly variants: readonly string[] }
  | { readonly type: "over" };

interface Chunk {
  /** Subscriptions that are looked at in one transaction. */
  readonly size: number;
  /** The variants whose messages are stored, those that have none included. */
  readonly known: ReadonlySet<string>;
  readonly now: Date;
}

interface DigestChunk extends Chunk {
  /** Of the run's slot, on the clocks of its schedule. */
  readonly time: TimeOfDay;
}

interface AlertChunk extends Chunk {
  readonly story: AlertStory;
  /** When quiet hours are over, if they hold now. */
  readonly holdOf: (quiet: Quiet) => Date | undefined;
}

/**
 * Puts the digest of one chunk of subscriptions into the outbox, in one transaction: a kill leaves
 * the chunk either done or untouched, and of two processes one does it. What waits of earlier
 * digests is cancelled, its news being in this one. A run whose time is over reaches nobody, and its
 * news waits for the next.
 */
export function spreadDigest(
  db: Database,
  run: Run,
  { size, known, now, time }: DigestChunk,
): Promise<Step> {
  return inTransaction(db, async (trx): Promise<Step> => {
    const after = await lockCursor(trx, run.id);
    if (after === undefined) return { type: "over" };
    const until = await lastOfChunk(trx, { scheduleId: run.scheduleId, after, size });
    if (until === undefined) {
      await endSpread(trx, run.id);
      return { type: "over" };
    }
    const range = { after, until };
    await cancelEarlier(trx, run, range);
    await moveCursor(trx, run.id, until);
    if (run.expiresAt <= now) {
      await keepChunkNews(trx, run, range, "all");
      return { type: "reached" };
    }
    const { kept, earliest } = await surveyNews(trx, run, range);
    const alerts = await alertRuns(trx, { from: new Date(earliest), until: run.window.until });
    const reach = digestReach(trx, run, range, { alerts, time });
    const variants = await variantsOf(trx, reach);
    const unknown = unknownOf(variants, known);
    if (unknown.length > 0) {
      await moveCursor(trx, run.id, after);
      return { type: "unknown", variants: unknown };
    }
    await enqueue(trx, reach, { runId: run.id, priority: priorities.digest, holds: [] });
    if (kept > 0) await clearNews(trx, run, range);
    if (variants.includes(null)) await keepChunkNews(trx, run, range, "inactive");
    return { type: "reached" };
  });
}

function unknownOf(
  variants: readonly (string | null)[],
  known: ReadonlySet<string>,
): readonly string[] {
  return variants.filter((variant) => variant !== null).filter((variant) => !known.has(variant));
}

/** The same for an alert; places in quiet hours get it when these are over. */
export function spreadAlert(
  db: Database,
  run: Run,
  { size, known, now, story, holdOf }: AlertChunk,
): Promise<Step> {
  return inTransaction(db, async (trx): Promise<Step> => {
    const after = await lockCursor(trx, run.id);
    if (after === undefined) return { type: "over" };
    const until = await lastOfChunk(trx, { after, size });
    if (until === undefined || run.expiresAt <= now) {
      await endSpread(trx, run.id);
      return { type: "over" };
    }
    const reach = alertReach(trx, story, { after, until });
    const unknown = unknownOf(await variantsOf(trx, reach), known);
    if (unknown.length > 0) return { type: "unknown", variants: unknown };
    const quiet = await quietHours(trx, reach);
    const holds = quiet.flatMap((hours): Hold[] => {
      const until = holdOf(hours);
      return until === undefined ? [] : [{ ...hours, until }];
    });
    await enqueue(trx, reach, { runId: run.id, priority: priorities.alert, holds });
    await moveCursor(trx, run.id, until);
    return { type: "reached" };
  });
}

/**
 * How many places of the next so many subscriptions an alert would reach, and the last one looked
 * at; undefined where there are none.
 */
export async function countReached(
  db: Database,
  story: AlertStory,
  after: number,
  size: number,
): Promise<{ readonly places: number; readonly until: number } | undefined> {
  const until = await lastOfChunk(db, { after, size });
  if (until === undefined) return undefined;
  const { places } = await db
    .selectFrom(alertReach(db, story, { after, until }).as("reached"))
    .select((select) => select.fn.countAll<number>().as("places"))
    .executeTakeFirstOrThrow();
  return { places, until };
}
