import type { Transaction } from "kysely";
import { setImmediate } from "node:timers/promises";
import type { Weight } from "../../domain/change.ts";
import { knownAt } from "../../domain/time/due.ts";
import type { Edition, Standing } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { startAfresh } from "./afresh.ts";
import { followCorrection } from "../ledger/corrections.ts";
import { followAlert, openAlerts } from "../runs/alerts.ts";
import { bodyOf } from "./bodies.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { keepBodies, latestBodies, latestRevisions, type Latest } from "./latest.ts";
import { readStandings } from "./standings.ts";
import { weigh, type Changed } from "./weigh.ts";
import type { RevisionTable } from "../tables/revisions.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

interface Change extends Changed {
  readonly weight: "first" | Weight;
  readonly revision: RevisionTable;
}

/** What the revisions of one edition have in common. */
interface Recording {
  readonly sources: Edition["sources"];
  readonly isBaseline: boolean;
  readonly now: Date;
  /** When its news became known. */
  readonly at: Date;
}

const day = 86_400_000;

/** A story that is older when we first see it is archive: found by commands, never pushed. */
const archiveDays = 7;

/** Rows in one statement. */
const chunk = 500;

/**
 * Keeps what an edition changes as revisions, in one transaction, before it is shown to anybody.
 * The first edition that a store sees, and the first one after two weeks without any sign of life,
 * is a baseline and no news. A new story is news unless it is archive (design.md, "What counts as
 * new"); a later revision is, if its change is material. A story that vanished and comes back
 * unchanged is none. Breaking news become alerts, and material changes corrections. Doing it again
 * changes nothing. Gives where each story stands.
 */
export async function recordEdition(
  db: Database,
  edition: Pick<Edition, "stories" | "sources">,
  now: Date,
): Promise<ReadonlyMap<string, Standing>> {
  const { stories, sources } = edition;
  await takeFingerprints(stories.values());
  return inTransaction(db, async (trx) => {
    const isBaseline = await startAfresh(trx, now);
    const known = await latestRevisions(trx);
    await keepBodies(trx, edition, known);
    const at = knownAt(now, await latestUntil(trx));
    const changed = await changedStories(trx, stories, known);
    const changes = changed.map((one) => changeFrom(one, { sources, isBaseline, now, at }));
    for (let from = 0; from < changes.length; from += chunk) {
      const rows = changes.slice(from, from + chunk).map(({ revision }) => revision);
      await trx.insertInto("revisions").values(rows).execute();
      await setImmediate();
    }
    await follow(trx, changes, now);
    return readStandings(trx);
  });
}

/** Hashing thousands of new stories takes a while: others are let in between. */
export async function takeFingerprints(stories: Iterable<Story>): Promise<void> {
  let taken = 0;
  for (const story of stories) {
    fingerprintOf(story);
    taken += 1;
    if (taken % 100 === 0) await setImmediate();
  }
}

async function changedStories(
  trx: Transaction<Tables>,
  stories: Edition["stories"],
  known: ReadonlyMap<string, Latest>,
): Promise<readonly Changed[]> {
  const changed = [...stories.values()]
    .map((story) => ({ story, latest: known.get(story.id) }))
    .filter(({ story, latest }) => fingerprintOf(story).hash !== latest?.hash);
  const before = changed.flatMap(({ story, latest }) =>
    latest === undefined ? [] : [[story.id, latest] as const],
  );
  const bodies = await latestBodies(trx, before);
  return changed.map((one) => ({ ...one, was: bodies.get(one.story.id) }));
}

function changeFrom(changed: Changed, { sources, isBaseline, now, at }: Recording): Change {
  const { story, latest } = changed;
  const weighed = weigh(changed, at);
  const firstSeen = latest === undefined ? now : new Date(latest.first_known);
  const isTold = !isBaseline && story.withdrawn === undefined && !isArchive(story, firstSeen);
  const isNews = weighed.weight === "first" || weighed.changed_on !== null;
  const revision: RevisionTable = {
    story_id: story.id,
    number: (latest?.number ?? 0) + 1,
    hash: fingerprintOf(story).hash,
    known_at: at.getTime(),
    news: isTold && isNews ? 1 : 0,
    body: bodyOf(story, sources),
    ...weighed,
  };
  return { ...changed, weight: weighed.weight, revision };
}

function isArchive({ push, date }: Story, firstSeen: Date): boolean {
  const age = Date.parse(firstSeen.toISOString().slice(0, 10)) - Date.parse(date.to);
  return !push && age > archiveDays * day;
}

/** Alerts and corrections follow their stories. */
async function follow(
  trx: Transaction<Tables>,
  changes: readonly Change[],
  now: Date,
): Promise<void> {
  const alerts = new Set((await openAlerts(trx)).map(({ story }) => story));
  for (const { story, latest, weight, revision } of changes) {
    const { number } = revision;
    if (weight !== "first") await followCorrection(trx, { story: story.id, number, weight }, now);
    if (!story.breaking && !alerts.has(story.id)) continue;
    const first = { news: latest?.first_news ?? revision.news, knownAt: latest?.first_known };
    await followAlert(trx, { story, number, first }, now);
  }
}

/** Where the latest window of all schedules ended. */
async function latestUntil(trx: Transaction<Tables>): Promise<Date | undefined> {
  const { until } = await trx
    .selectFrom("schedules")
    .select((select) => select.fn.max("window_from").as("until"))
    .executeTakeFirstOrThrow();
  return until === null ? undefined : new Date(until);
}
