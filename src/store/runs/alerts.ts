import type { Transaction } from "kysely";
import type { Story } from "../../domain/story.ts";
import type { Database, Tables } from "../tables.ts";
import type { Flag } from "../tables/flag.ts";
import type { AlertTable } from "../tables/revisions.ts";
import { undecidedStates } from "../undecided.ts";

/** A breaking story on its way to those who want alerts. */
export interface Alert {
  readonly story: string;
  /** The revision that it stands at. */
  readonly number: number;
  /** Since when it has not changed. */
  readonly since: Date;
  readonly state: AlertTable["state"];
}

/** An alert that waits for an editor. */
export interface AskedAlert {
  readonly story: string;
  /** To be given back with the decision, which counts for this revision alone. */
  readonly number: number;
  /** How many would get it. */
  readonly places: number;
  readonly since: Date;
}

/** A new revision of a story, and how the story began. */
interface Change {
  readonly story: Story;
  readonly number: number;
  readonly first: { readonly news: Flag; readonly knownAt: number | undefined };
}

const day = 86_400_000;

/** What is older is no alert any more, and comes with the digests. */
const freshness = day;

/**
 * Lets a change of a story tell on its alert, in the transaction that records it. News that break
 * begin to settle, at once or when the editor says so within a day; a change lets an alert that is
 * not sent settle anew, so that nothing is sent that nobody confirmed; and a story that is withdrawn
 * or not breaking any more loses it.
 */
export async function followAlert(
  trx: Transaction<Tables>,
  { story, number, first }: Change,
  now: Date,
): Promise<void> {
  if (!story.breaking || story.withdrawn !== undefined) {
    await trx
      .deleteFrom("alerts")
      .where("story_id", "=", story.id)
      .where("state", "in", undecidedStates)
      .execute();
    return;
  }
  const isFresh = first.knownAt === undefined || now.getTime() - first.knownAt < freshness;
  if (first.news === 0 || !isFresh) return;
  const values = { number, since: now.getTime(), state: "settling", chats: null } as const;
  await trx
    .insertInto("alerts")
    .values({ story_id: story.id, ...values })
    .onConflict((conflict) =>
      conflict.column("story_id").doUpdateSet(values).where("alerts.state", "in", undecidedStates),
    )
    .execute();
}

/** The alerts that are neither sent nor declined, the longest unchanged first. */
export async function openAlerts(db: Database): Promise<readonly Alert[]> {
  const rows = await db
    .selectFrom("alerts")
    .select(["story_id as story", "number", "since", "state"])
    .where("state", "in", undecidedStates)
    .orderBy("since")
    .orderBy("story_id")
    .execute();
  return rows.map((row) => ({ ...row, since: new Date(row.since) }));
}

/** The alerts that wait for an editor's word, the oldest first. */
export async function listAsking(db: Database): Promise<readonly AskedAlert[]> {
  const rows = await db
    .selectFrom("alerts")
    .select(["story_id as story", "number", "chats", "since"])
    .where("state", "=", "asking")
    .orderBy("since")
    .orderBy("story_id")
    .execute();
  return rows.map(({ chats, ...row }) => ({
    ...row,
    places: chats ?? 0,
    since: new Date(row.since),
  }));
}

/**
 * An editor lets an alert go out, with the next tick. False where nothing of this revision is asked
 * (any more): it changed, or somebody decided before.
 */
export function confirmAlert(db: Database, story: string, number: number): Promise<boolean> {
  return decideAlert(db, { story, number }, "asking", { state: "confirmed" });
}

/** The story will come with the digests alone; false as in `confirmAlert`. */
export function declineAlert(db: Database, story: string, number: number): Promise<boolean> {
  return decideAlert(db, { story, number }, "asking", { state: "declined" });
}

/** Editors are asked about an alert, which would reach so many places; false if it changed. */
export function askAlert(
  db: Database,
  alert: Pick<Alert, "story" | "number">,
  places: number,
): Promise<boolean> {
  return decideAlert(db, alert, "settling", { state: "asking", chats: places });
}

/** An alert that nobody decided within a day: its news came with the digests. False if it changed. */
export function dropAlert(db: Database, alert: Alert): Promise<boolean> {
  return decideAlert(db, alert, alert.state, { state: "declined" });
}

/** An alert has a run now; false if it changed. */
export function sendAlert(trx: Transaction<Tables>, alert: Alert): Promise<boolean> {
  return decideAlert(trx, alert, alert.state, { state: "sent" });
}

export function isStale(alert: Alert, now: Date): boolean {
  return now.getTime() - alert.since.getTime() >= freshness;
}

async function decideAlert(
  db: Database,
  { story, number }: Pick<Alert, "story" | "number">,
  from: AlertTable["state"],
  to: { readonly state: AlertTable["state"]; readonly chats?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("alerts")
    .set(to)
    .where("story_id", "=", story)
    .where("number", "=", number)
    .where("state", "=", from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
