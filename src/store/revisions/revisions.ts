import type { Transaction } from "kysely";
import { setImmediate } from "node:timers/promises";
import { knownAt, type Window } from "../../domain/due.ts";
import type { News } from "../../domain/digest.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { startAfresh } from "./afresh.ts";
import { followAlert, openAlerts } from "../runs/alerts.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Database, Flag, RevisionTable, Tables } from "../tables.ts";

/** News, with the moment at which it became known. */
export interface KnownNews extends News {
  readonly knownAt: Date;
}

/** The latest revision of a story, and how it began. */
interface Latest extends Pick<RevisionTable, "number" | "hash" | "figures_hash"> {
  readonly first_known: number;
  readonly first_news: Flag;
}

type Revision = Omit<RevisionTable, "known_at">;

const day = 86_400_000;

/** A story that is older when we first see it is archive: found by commands, never pushed. */
const archiveDays = 7;

/** Rows in one statement. */
const chunk = 500;

/**
 * Keeps what an edition changes as revisions, in one transaction, before it is shown to anybody.
 * The first edition that a store sees, and the first one after two weeks without any sign of life,
 * is a baseline and no news. A new story is news unless it is archive (design.md, "What counts as
 * new"); a later revision is, if figures that are told changed. A story that vanished and comes back
 * unchanged is none. Breaking news become alerts. Doing it again changes nothing.
 */
export async function recordEdition(
  db: Database,
  { stories }: Pick<Edition, "stories">,
  now: Date,
): Promise<void> {
  await takeFingerprints(stories.values());
  await db.transaction().execute(async (trx) => {
    const isBaseline = await startAfresh(trx, now);
    const known = await latestRevisions(trx);
    const changes = [...stories.values()].flatMap((story) => {
      const latest = known.get(story.id);
      const revision = revisionOf(story, latest, { now, isBaseline });
      return revision === undefined ? [] : [{ story, latest, revision }];
    });
    const at = knownAt(now, await latestUntil(trx)).getTime();
    for (let from = 0; from < changes.length; from += chunk) {
      const rows = changes.slice(from, from + chunk);
      await trx
        .insertInto("revisions")
        .values(rows.map(({ revision }) => ({ ...revision, known_at: at })))
        .execute();
      await setImmediate();
    }
    const alerts = new Set((await openAlerts(trx)).map(({ story }) => story));
    for (const { story, latest, revision } of changes) {
      if (!story.breaking && !alerts.has(story.id)) continue;
      const first = { news: latest?.first_news ?? revision.news, knownAt: latest?.first_known };
      await followAlert(trx, { story, number: revision.number, first }, now);
    }
  });
}

/** Hashing thousands of new stories takes a while: others are let in between. */
async function takeFingerprints(stories: Iterable<Story>): Promise<void> {
  let taken = 0;
  for (const story of stories) {
    fingerprintOf(story);
    taken += 1;
    if (taken % 100 === 0) await setImmediate();
  }
}

function revisionOf(
  story: Story,
  latest: Latest | undefined,
  { now, isBaseline }: { readonly now: Date; readonly isBaseline: boolean },
): Revision | undefined {
  const { hash, figuresHash } = fingerprintOf(story);
  if (hash === latest?.hash) return undefined;
  const firstSeen = latest === undefined ? now : new Date(latest.first_known);
  const isTold = !isBaseline && story.withdrawn === undefined && !isArchive(story, firstSeen);
  return {
    story_id: story.id,
    number: (latest?.number ?? 0) + 1,
    hash,
    figures_hash: figuresHash,
    news: isTold && figuresHash !== latest?.figures_hash ? 1 : 0,
  };
}

function isArchive({ push, date }: Story, firstSeen: Date): boolean {
  const age = Date.parse(firstSeen.toISOString().slice(0, 10)) - Date.parse(date.to);
  return !push && age > archiveDays * day;
}

async function latestRevisions(trx: Transaction<Tables>): Promise<ReadonlyMap<string, Latest>> {
  const rows = await trx
    .selectFrom("revisions as last")
    .innerJoin("revisions as first", "first.story_id", "last.story_id")
    .select(["last.story_id", "last.number", "last.hash", "last.figures_hash"])
    .select(["first.known_at as first_known", "first.news as first_news"])
    .where("first.number", "=", 1)
    .where("last.number", "=", (select) =>
      select
        .selectFrom("revisions as any")
        .select((max) => max.fn.max("any.number").as("number"))
        .whereRef("any.story_id", "=", "last.story_id"),
    )
    .execute();
  return new Map(rows.map((row) => [row.story_id, row]));
}

/** Where the latest window of all schedules ended. */
async function latestUntil(trx: Transaction<Tables>): Promise<Date | undefined> {
  const { until } = await trx
    .selectFrom("schedules")
    .select((select) => select.fn.max("window_from").as("until"))
    .executeTakeFirstOrThrow();
  return until === null ? undefined : new Date(until);
}

/** When the latest news became known. */
export async function latestKnown(db: Database): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom("revisions")
    .select((select) => select.fn.max("known_at").as("at"))
    .where("news", "=", 1)
    .executeTakeFirstOrThrow();
  return at === null ? undefined : new Date(at);
}

/** The numbers of the revisions that these stories are, of those that are recorded. */
export async function revisionNumbers(
  db: Database,
  stories: readonly Story[],
): Promise<ReadonlyMap<string, number>> {
  if (stories.length === 0) return new Map();
  const hashes = new Map(stories.map((story) => [story.id, fingerprintOf(story).hash]));
  const rows = await db
    .selectFrom("revisions")
    .select(["story_id", "number", "hash"])
    .where("story_id", "in", [...hashes.keys()])
    .orderBy("number")
    .execute();
  const own = rows.filter(({ story_id, hash }) => hashes.get(story_id) === hash);
  return new Map(own.map(({ story_id, number }) => [story_id, number]));
}

/**
 * What became known in a window, a story once, at the latest revision that the window holds.
 * `updated`: it was known before the window, or as baseline or archive. A story whose figures are
 * again those that they were before the window is not among them.
 */
export async function newsOf(db: Database, { from, until }: Window): Promise<readonly KnownNews[]> {
  const rows = await db
    .selectFrom("revisions")
    .select(["story_id", "number", "known_at", "news", "figures_hash"])
    .where("known_at", "<", until.getTime())
    .where("story_id", "in", (select) =>
      select
        .selectFrom("revisions")
        .select("story_id")
        .where("news", "=", 1)
        .where("known_at", ">=", from.getTime())
        .where("known_at", "<", until.getTime()),
    )
    .orderBy("story_id")
    .orderBy("number")
    .execute();
  const byStory = Map.groupBy(rows, ({ story_id }) => story_id);
  return [...byStory].flatMap(([story, revisions]) => toldNews(story, revisions, from));
}

type ToldRevision = Pick<RevisionTable, "number" | "known_at" | "news" | "figures_hash">;

function toldNews(story: string, revisions: readonly ToldRevision[], from: Date): KnownNews[] {
  const isBefore = (revision: ToldRevision) => revision.known_at < from.getTime();
  const before = revisions.findLast(isBefore);
  const last = revisions.at(-1);
  const news = revisions.find((revision) => revision.news === 1 && !isBefore(revision));
  if (news === undefined || last === undefined) return [];
  if (before?.figures_hash === last.figures_hash) return [];
  const updated = before !== undefined || revisions[0]?.news === 0;
  return [{ story, revision: last.number, updated, knownAt: new Date(news.known_at) }];
}
