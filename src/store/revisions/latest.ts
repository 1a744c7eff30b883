import { sql, type Transaction } from "kysely";
import { setImmediate } from "node:timers/promises";
import type { Edition } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { bodyOf, storyOf } from "./bodies.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type { Flag } from "../tables/flag.ts";
import type { RevisionTable } from "../tables/revisions.ts";
import type { Tables } from "../tables.ts";

/** The latest revision of a story, and how it began. */
export interface Latest extends Pick<RevisionTable, "number" | "hash" | "figures_hash"> {
  /** Recorded before bodies were kept. */
  readonly bodiless: Flag;
  readonly first_known: number;
  readonly first_news: Flag;
}

/** Rows in one statement. */
const chunk = 500;

export async function latestRevisions(
  trx: Transaction<Tables>,
): Promise<ReadonlyMap<string, Latest>> {
  const rows = await trx
    .selectFrom("revisions as last")
    .innerJoin("revisions as first", "first.story_id", "last.story_id")
    .select(["last.story_id", "last.number", "last.hash", "last.figures_hash"])
    .select(sql<Flag>`case when last.body is null then 1 else 0 end`.as("bodiless"))
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

/** The stories that these revisions are, by id, of those whose body is kept. */
export async function latestBodies(
  trx: Transaction<Tables>,
  latest: readonly (readonly [string, Pick<Latest, "number">])[],
): Promise<ReadonlyMap<string, Story>> {
  const bodies = new Map<string, Story>();
  for (let from = 0; from < latest.length; from += chunk) {
    const some = new Map(latest.slice(from, from + chunk));
    const rows = await trx
      .selectFrom("revisions")
      .select(["story_id", "number", "body"])
      .where("story_id", "in", [...some.keys()])
      .where("body", "is not", null)
      .execute();
    for (const { story_id, number, body } of rows) {
      if (body !== null && some.get(story_id)?.number === number) {
        bodies.set(story_id, storyOf(body));
      }
    }
    await setImmediate();
  }
  return bodies;
}

/** Gives the stories of a store of before the bodies that it has not kept. */
export async function keepBodies(
  trx: Transaction<Tables>,
  { stories, sources }: Pick<Edition, "stories" | "sources">,
  known: ReadonlyMap<string, Latest>,
): Promise<void> {
  let kept = 0;
  for (const story of stories.values()) {
    const latest = known.get(story.id);
    const { hash, figuresHash } = fingerprintOf(story);
    if (latest?.bodiless !== 1 || latest.hash !== hash) continue;
    await trx
      .updateTable("revisions")
      .set({ body: bodyOf(story, sources), figures_hash: figuresHash, weight: "first" })
      .where("story_id", "=", story.id)
      .where("number", "=", latest.number)
      .execute();
    kept += 1;
    if (kept % 100 === 0) await setImmediate();
  }
}
