import type { Transaction } from "kysely";
import { isMaterial, type Weight } from "../../domain/change.ts";
import { joinBurst } from "../revisions/burst.ts";
import { insertRun } from "../runs/runs.ts";
import type { CorrectionTable } from "../tables/ledger.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";
import { undecidedStates } from "../undecided.ts";

/** A story that changed, on its way to the messages that show it. */
export interface Correction {
  readonly story: string;
  /** The revision that it stands at. */
  readonly number: number;
  /** Since when it has not changed. */
  readonly since: Date;
  readonly state: CorrectionTable["state"];
  /** The revision that messages have been brought to before. */
  readonly settled: number | undefined;
}

/** A correction that waits for an editor. */
export interface AskedCorrection extends Omit<Correction, "state"> {
  /** How many chats would be reached. */
  readonly chats: number;
}

interface Change {
  readonly story: string;
  readonly number: number;
  readonly weight: Weight;
}

/**
 * Lets a change of a story tell on its correction, in the transaction that records it: a material
 * one begins to settle, even where the story is back at what messages show, as answers in between
 * may show the other. Any change lets one that is not decided settle anew, so that nothing goes out
 * that nobody confirmed.
 */
export async function followCorrection(
  trx: Transaction<Tables>,
  { story, number, weight }: Change,
  now: Date,
): Promise<void> {
  const values = { number, since: now.getTime(), state: "settling", chats: null } as const;
  if (!isMaterial({ weight })) {
    await trx
      .updateTable("corrections")
      .set(values)
      .where("story_id", "=", story)
      .where("state", "in", undecidedStates)
      .execute();
    return;
  }
  await trx
    .insertInto("corrections")
    .values({ story_id: story, settled: null, ...values })
    .onConflict((conflict) => conflict.column("story_id").doUpdateSet(values))
    .execute();
}

/** The corrections that are neither settled nor declined, the longest unchanged first. */
export async function openCorrections(db: Database): Promise<readonly Correction[]> {
  const rows = await listed(db, undecidedStates).execute();
  return rows.map(({ chats: _chats, ...row }) => correctionOf(row));
}

/** The corrections that wait for an editor's word, the oldest first. */
export async function listAskingCorrections(db: Database): Promise<readonly AskedCorrection[]> {
  const rows = await listed(db, ["asking"]).execute();
  return rows.map(({ chats, ...row }) => {
    const { state: _state, ...correction } = correctionOf(row);
    return { ...correction, chats: chats ?? 0 };
  });
}

function listed(db: Database, states: readonly CorrectionTable["state"][]) {
  return db
    .selectFrom("corrections")
    .select(["story_id as story", "number", "since", "state", "settled", "chats"])
    .where("state", "in", states)
    .orderBy("since")
    .orderBy("story_id");
}

interface Row extends Omit<Correction, "since" | "settled"> {
  readonly since: number;
  readonly settled: number | null;
}

function correctionOf({ since, settled, ...row }: Row): Correction {
  return { ...row, since: new Date(since), settled: settled ?? undefined };
}

/**
 * From now on the messages that show the story are brought to this revision, by a run that ends at
 * `expiresAt`, and what was saved since it settled last is one change. False where it changed, or is
 * not to be settled (any more).
 */
export function settleCorrection(
  db: Database,
  { story, number }: Pick<Correction, "story" | "number">,
  expiresAt: Date,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const settled = { state: "settled", settled: number, chats: null } as const;
    const before = await settledAt(trx, story);
    const isOurs = await decide(trx, { story, number }, ["settling", "confirmed"], settled);
    if (!isOurs) return false;
    await joinBurst(trx, { story, number, before });
    await insertRun(
      trx,
      {
        kind: "correction",
        key: correctionKey(story, number),
        story_id: story,
        slot: now,
        window: { from: now, until: now },
        expiresAt: expiresAt.getTime(),
        state: "spread",
      },
      now,
    );
    return true;
  });
}

async function settledAt(trx: Transaction<Tables>, story: string): Promise<number | undefined> {
  const row = await trx
    .selectFrom("corrections")
    .select("settled")
    .where("story_id", "=", story)
    .executeTakeFirst();
  return row?.settled ?? undefined;
}

/** There is one run of a revision, ever. */
function correctionKey(story: string, number: number): string {
  return `correction ${story} ${number}`;
}

/** Editors are asked about a correction, which would reach so many chats; false if it changed. */
export function askCorrection(
  db: Database,
  correction: Pick<Correction, "story" | "number">,
  chats: number,
): Promise<boolean> {
  return decide(db, correction, ["settling"], { state: "asking", chats });
}

/**
 * An editor lets a correction go out, with the next tick. False where nothing of this revision is
 * asked (any more): it changed, or somebody decided before.
 */
export function confirmCorrection(db: Database, story: string, number: number): Promise<boolean> {
  return decide(db, { story, number }, ["asking"], { state: "confirmed" });
}

/** Messages stay as they are until the story changes again; false as in `confirmCorrection`. */
export function declineCorrection(db: Database, story: string, number: number): Promise<boolean> {
  return decide(db, { story, number }, ["asking"], { state: "declined" });
}

type Decision = Pick<CorrectionTable, "state"> &
  Partial<Pick<CorrectionTable, "settled" | "chats">>;

async function decide(
  db: Database,
  { story, number }: Pick<Correction, "story" | "number">,
  from: readonly CorrectionTable["state"][],
  to: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("corrections")
    .set(to)
    .where("story_id", "=", story)
    .where("number", "=", number)
    .where("state", "in", from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
