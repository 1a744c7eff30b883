import type { Database } from "../tables.ts";
import { readRevisions, type StoredRevision } from "./bodies.ts";

/** A revision of a story, and the one before it where that one is kept. */
export interface Recorded {
  readonly revision: StoredRevision;
  readonly before?: StoredRevision;
}

/** A page of what happened to stories; pages count from 0. */
export interface HistoryPage {
  /** Newest first. */
  readonly items: readonly Recorded[];
  readonly page: number;
  readonly pages: number;
}

/**
 * What happened to some stories, newest first over all; past the end the last page. Where a reader
 * would see no difference nothing happened, nor by a slip that was mended before the story settled;
 * and what a store of before kept first of a story that had revisions is no beginning.
 */
export async function readHistoryPage(
  db: Database,
  storyIds: readonly string[],
  { page, size }: { readonly page: number; readonly size: number },
): Promise<HistoryPage> {
  if (storyIds.length === 0) return { items: [], page: 0, pages: 1 };
  const all = db
    .selectFrom("revisions")
    .where("story_id", "in", storyIds)
    .where("body", "is not", null)
    .where("weight", "not in", ["same", "passing"])
    .where((row) => row.or([row("number", "=", 1), row("weight", "!=", "first")]));
  const { total } = await all
    .select((select) => select.fn.countAll().as("total"))
    .executeTakeFirstOrThrow();
  const pages = Math.max(1, Math.ceil(Number(total) / size));
  const at = Math.min(page, pages - 1);
  const rows = await all
    .select(["story_id", "number"])
    .orderBy("known_at", "desc")
    .orderBy("story_id")
    .orderBy("number", "desc")
    .limit(size)
    .offset(at * size)
    .execute();
  const stories = new Map<string, readonly StoredRevision[]>();
  for (const { story_id: id } of rows) {
    if (!stories.has(id)) stories.set(id, await readRevisions(db, id));
  }
  const items = rows.flatMap((row) => recorded(row.number, stories.get(row.story_id) ?? []));
  return { items, page: at, pages };
}

function recorded(number: number, all: readonly StoredRevision[]): readonly Recorded[] {
  const revisions = all.filter(({ weight }) => weight !== "passing");
  const at = revisions.findIndex((revision) => revision.number === number);
  const revision = revisions[at];
  const before = revisions[at - 1];
  return revision === undefined ? [] : [{ revision, ...(before && { before }) }];
}
