import { setImmediate } from "node:timers/promises";
import type { Story } from "../domain/story.ts";
import { toldRevision, type ToldRevision } from "../rendering/changes/told-revision.ts";
import {
  askCorrection,
  openCorrections,
  settleCorrection,
  type Correction,
} from "../store/ledger/corrections.ts";
import { queueEdits } from "../store/ledger/edits.ts";
import { reachOf } from "../store/ledger/reach.ts";
import type { Database } from "../store/tables.ts";
import { judgeShown, type JudgeParts } from "./judge.ts";
import { hasSettled } from "./settled.ts";
import { inTransaction } from "../store/transaction.ts";

export interface CorrectionParts extends JudgeParts {
  /** Milliseconds for which the story and the content must have been as they are. */
  readonly correctionSettle: number;
  /** More chats than that need an editor's word. */
  readonly confirmAbove: number;
  /** How long what was sent is corrected; default 30. */
  readonly ledgerDays?: number;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: () => Date | undefined;
  /** Asks the editors, by notices, in the transaction that keeps that they were asked. */
  readonly askCorrection: (trx: Database, asked: AskedCorrection) => Promise<void>;
  /** A story settled: where it stands among its revisions may be another place. */
  readonly onSettled?: () => void;
}

/** What editors are asked about. */
export interface AskedCorrection {
  /** What most of the chats were shown, and what they would be shown. */
  readonly revisions: readonly ToldRevision[];
  readonly story: Story;
  /** The revision that the answer is about. */
  readonly number: number;
  readonly messages: number;
  readonly chats: number;
}

const day = 86_400_000;

/** Rows that are queued in one transaction. */
const chunk = 3000;

/**
 * Brings what was sent to the figures as they are: lets the changes go out that have settled or asks
 * about them, has every message that shows something else made anew, and queues the edits. What is
 * found is what the store says, whatever happened before: a stop at any moment loses nothing, and a
 * message that lands late is found by the next call.
 */
export async function checkCorrections(parts: CorrectionParts): Promise<void> {
  const { db, signal } = parts;
  for (const correction of await openCorrections(db)) {
    if (isSettled(parts, correction)) await advance(parts, correction);
  }
  await judgeShown(parts);
  const isStopped = () => signal?.aborted === true;
  while (!isStopped() && (await queueEdits(db, chunk))) await setImmediate();
}

function isSettled(
  { now, correctionSettle, cleanSince }: CorrectionParts,
  { since }: Correction,
): boolean {
  return hasSettled({ since, cleanSince: cleanSince(), settle: correctionSettle }, now());
}

async function advance(parts: CorrectionParts, correction: Correction): Promise<void> {
  const { db, now, confirmAbove, ledgerDays = 30 } = parts;
  if (correction.state === "asking") return;
  const asked = correction.state === "confirmed" ? undefined : await measure(parts, correction);
  if (asked === undefined || asked.chats <= confirmAbove) {
    const expiresAt = new Date(now().getTime() + ledgerDays * day);
    if (await settleCorrection(db, correction, expiresAt, now())) parts.onSettled?.();
    return;
  }
  await inTransaction(db, async (trx) => {
    if (await askCorrection(trx, correction, asked.chats)) await parts.askCorrection(trx, asked);
  });
}

/** How far a change would reach; undefined where it reaches nobody. */
async function measure(
  { db, defaultZone }: CorrectionParts,
  correction: Correction,
): Promise<AskedCorrection | undefined> {
  const reach = await reachOf(db, correction);
  if (reach === undefined) return undefined;
  const { was, now, messages, chats } = reach;
  const revisions = (was === undefined ? [now] : [was, now]).map((revision) =>
    toldRevision(revision, defaultZone),
  );
  return { story: now.story, number: now.number, messages, chats, revisions };
}
