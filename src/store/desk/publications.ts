import type { Story } from "../../domain/story.ts";
import type { Database } from "../tables.ts";

/** A story that is to be written into the content folder. */
export interface Publication {
  readonly story: Story;
  readonly askedAt: number;
}

/** Asks for a story to be published; what became of it before is forgotten. */
export async function askPublication(db: Database, story: Story, now: Date): Promise<void> {
  const row = { story: JSON.stringify(story), asked_at: now.getTime(), outcome: null };
  await db
    .insertInto("publications")
    .values({ story_id: story.id, ...row })
    .onConflict((conflict) => conflict.column("story_id").doUpdateSet(row))
    .execute();
}

/** Those that nobody has taken up, in the order in which they were asked for. */
export async function waitingPublications(db: Database): Promise<readonly Publication[]> {
  const rows = await db
    .selectFrom("publications")
    .select(["story", "asked_at"])
    .where("outcome", "is", null)
    .orderBy("asked_at")
    .orderBy("story_id")
    .execute();
  return rows.map(({ story, asked_at: askedAt }) => ({ story: JSON.parse(story), askedAt }));
}

/** Keeps what became of it, in JSON, unless it was asked for anew meanwhile. */
export async function endPublication(
  db: Database,
  { story, askedAt }: Publication,
  outcome: string,
): Promise<void> {
  await db
    .updateTable("publications")
    .set({ outcome })
    .where("story_id", "=", story.id)
    .where("asked_at", "=", askedAt)
    .execute();
}

/** What became of it, in JSON; undefined while nobody has taken it up. */
export async function publicationOutcome(db: Database, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("publications")
    .select("outcome")
    .where("story_id", "=", id)
    .executeTakeFirst();
  return row?.outcome ?? undefined;
}

/** Takes the question back; false where something has become of it already. */
export async function dropPublication(db: Database, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("publications")
    .where("story_id", "=", id)
    .where("outcome", "is", null)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Of these stories, the ids of those that were published at the desk. */
export async function publishedAmong(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("publications")
    .select("story_id")
    .where("story_id", "in", ids)
    .execute();
  return new Set(rows.map(({ story_id }) => story_id));
}
