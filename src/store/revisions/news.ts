import type { Kysely } from "kysely";
import type { News } from "../../domain/digest.ts";
import type { Window } from "../../domain/time/due.ts";
import type { RevisionTable } from "../tables/revisions.ts";
import type { Tables } from "../tables.ts";

/** News, with the moment at which it became known. */
export interface KnownNews extends News {
  readonly knownAt: Date;
}

/** When the latest news became known. */
export async function latestKnown(db: Kysely<Tables>): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom("revisions")
    .select((select) => select.fn.max("known_at").as("at"))
    .where("news", "=", 1)
    .executeTakeFirstOrThrow();
  return at === null ? undefined : new Date(at);
}

/**
 * What became known in a window, a story once, at the latest revision that the window holds. One
 * that was corrected in it is `corrected`, be it new or not; any other that was known before the
 * window, or as baseline or archive, is `updated`. A story whose figures are again those that they
 * were before the window is not among them.
 */
export async function newsOf(
  db: Kysely<Tables>,
  { from, until }: Window,
): Promise<readonly KnownNews[]> {
  const rows = await db
    .selectFrom("revisions")
    .select(["story_id", "number", "known_at", "news", "figures_hash", "weight"])
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

type ToldRevision = Pick<RevisionTable, "number" | "known_at" | "news" | "figures_hash" | "weight">;

function toldNews(story: string, revisions: readonly ToldRevision[], from: Date): KnownNews[] {
  const isBefore = (revision: ToldRevision) => revision.known_at < from.getTime();
  const before = revisions.findLast(isBefore);
  const last = revisions.at(-1);
  const news = revisions.find((revision) => revision.news === 1 && !isBefore(revision));
  if (news === undefined || last === undefined) return [];
  if (before?.figures_hash === last.figures_hash) return [];
  const isKnown = before !== undefined || revisions[0]?.news === 0;
  const changes = revisions.filter((revision) => !isBefore(revision));
  const told = toldAs(changes, isKnown);
  return [{ story, revision: last.number, told, knownAt: new Date(news.known_at) }];
}

function toldAs(changes: readonly ToldRevision[], isKnown: boolean): News["told"] {
  if (changes.some(({ weight }) => weight === "correction")) return "corrected";
  return isKnown ? "updated" : "new";
}
