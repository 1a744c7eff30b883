import { sql, type Transaction } from "kysely";
import type { Alerted } from "../../domain/alerted.ts";
import type { Window } from "../../domain/time/due.ts";
import { sendAlert, type Alert } from "./alerts.ts";
import type { AlertRun } from "./reach.ts";
import { insertRun } from "./runs.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

const day = 86_400_000;

/** As in the partial index. */
const isAlert = sql<boolean>`kind = 'alert'`;

/** Lets an alert go out; false where it changed meanwhile. A story has one alert, ever. */
export function fireAlert(db: Database, alert: Alert, now: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    if (!(await sendAlert(trx, alert))) return false;
    const knownAt = await firstKnown(trx, alert.story);
    await insertRun(
      trx,
      {
        kind: "alert",
        key: `alert ${alert.story}`,
        story_id: alert.story,
        slot: now,
        window: { from: knownAt, until: new Date(knownAt.getTime() + 1) },
        expiresAt: now.getTime() + day,
      },
      now,
    );
    return true;
  });
}

/** When a story became news. */
export async function firstKnown(db: Database, story: string): Promise<Date> {
  const { at } = await db
    .selectFrom("revisions")
    .select("known_at as at")
    .where("story_id", "=", story)
    .where("news", "=", 1)
    .orderBy("number")
    .limit(1)
    .executeTakeFirstOrThrow();
  return new Date(at);
}

/** The runs of alerts of which something may wait still. */
export async function liveAlertRuns(
  db: Database,
): Promise<readonly { readonly id: number; readonly story: string }[]> {
  const rows = await db
    .selectFrom("runs")
    .select(["id", "story_id"])
    .where(isAlert)
    .where("state", "!=", "done")
    .execute();
  return rows.map(({ id, story_id }) => ({ id, story: story_id ?? "" }));
}

/** The runs of the alerts whose stories became known in a window. */
export async function alertRuns(
  trx: Transaction<Tables>,
  { from, until }: Window,
): Promise<readonly AlertRun[]> {
  return trx
    .selectFrom("runs")
    .select(["id", "window_from as knownAt"])
    .where(isAlert)
    .where("window_from", ">=", from.getTime())
    .where("window_from", "<", until.getTime())
    .orderBy("id")
    .execute();
}

/** The stories that these runs told, and whether figures changed since, until a moment. */
export async function alertedBy(
  db: Database,
  runs: readonly number[],
  until: Date,
): Promise<readonly Alerted[]> {
  if (runs.length === 0) return [];
  const rows = await db
    .selectFrom("runs")
    .innerJoin("alerts", "alerts.story_id", "runs.story_id")
    .leftJoin("revisions", (join) =>
      join
        .onRef("revisions.story_id", "=", "alerts.story_id")
        .onRef("revisions.number", ">", "alerts.number")
        .on("revisions.news", "=", 1)
        .on("revisions.known_at", "<", until.getTime()),
    )
    .select(["alerts.story_id as story", "revisions.number"])
    .where("runs.id", "in", runs)
    .execute();
  return rows.map(({ story, number }) => ({ story, changed: number !== null }));
}
