import { setImmediate } from "node:timers/promises";
import type { Edition } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import { fireAlert, firstKnown, liveAlertRuns } from "../store/runs/alert-runs.ts";
import { askAlert, dropAlert, isStale, openAlerts, type Alert } from "../store/runs/alerts.ts";
import { endSpread } from "../store/runs/chunks.ts";
import { withdrawRows } from "../store/runs/expire.ts";
import { countReached } from "../store/runs/spread.ts";
import type { Database } from "../store/tables.ts";
import { hasSettled } from "./settled.ts";
import { inTransaction } from "../store/transaction.ts";

export interface AlertParts {
  readonly db: Database;
  readonly edition: () => Edition;
  readonly now: () => Date;
  /** Milliseconds for which the story and the content must have been as they are. */
  readonly settle: number;
  /** More places than that need an editor's word. */
  readonly confirmAbove: number;
  /** Since when the content has no problems; undefined while it has some. */
  readonly cleanSince: () => Date | undefined;
  /** Asks the editors, by notices, in the transaction that keeps that they were asked. */
  readonly ask: (trx: Database, asked: Asked) => Promise<void>;
}

/** What editors are asked about. */
export interface Asked {
  readonly story: Story;
  /** The revision that the answer is about. */
  readonly number: number;
  readonly places: number;
}

const size = 10_000;

/** Lets those alerts go out that have settled, or asks about them; takes back withdrawn ones. */
export async function checkAlerts(parts: AlertParts): Promise<void> {
  const { db, edition, now } = parts;
  for (const alert of await openAlerts(db)) {
    const story = edition().stories.get(alert.story);
    if (isStale(alert, now())) await dropAlert(db, alert);
    else if (story !== undefined && isSettled(parts, alert)) await advance(parts, alert, story);
  }
  for (const { id, story } of await liveAlertRuns(db)) {
    if (edition().stories.get(story)?.withdrawn === undefined) continue;
    await endSpread(db, id);
    while (await withdrawRows(db, id)) await setImmediate();
  }
}

function isSettled({ now, settle, cleanSince }: AlertParts, { since }: Alert): boolean {
  return hasSettled({ since, cleanSince: cleanSince(), settle }, now());
}

async function advance(parts: AlertParts, alert: Alert, story: Story): Promise<void> {
  const { db, now, confirmAbove, ask } = parts;
  if (alert.state === "asking") return;
  const places = alert.state === "confirmed" ? 0 : await countPlaces(db, story);
  if (places <= confirmAbove) {
    await fireAlert(db, alert, now());
    return;
  }
  await inTransaction(db, async (trx) => {
    if (!(await askAlert(trx, alert, places))) return;
    await ask(trx, { story, number: alert.number, places });
  });
}

async function countPlaces(db: Database, { id, topic, also }: Story): Promise<number> {
  const story = { topics: [topic, ...also], knownAt: await firstKnown(db, id) };
  let [places, after] = [0, Number.MIN_SAFE_INTEGER];
  for (;;) {
    const counted = await countReached(db, story, after, size);
    if (counted === undefined) return places;
    places += counted.places;
    after = counted.until;
    await setImmediate();
  }
}
