import type { Transaction } from "kysely";
import { changeOf, isMaterial } from "../../domain/change.ts";
import { readRevisions, type StoredRevision } from "./bodies.ts";
import { dayOfChange } from "./weigh.ts";
import type { Tables } from "../tables.ts";

/** What a story has settled at, and what it had settled at before. */
interface Settled {
  readonly story: string;
  readonly number: number;
  readonly before: number | undefined;
}

/**
 * What was saved one after the other until a story settled is one change of what it had settled at
 * before: the states in between, a slip that was mended, are `passing`. So is the change before,
 * where all that is new is that an editor says why it was made.
 */
export async function joinBurst(trx: Transaction<Tables>, settled: Settled): Promise<void> {
  const { story, number, before } = settled;
  const kept = await readRevisions(trx, story);
  const last = kept.find((revision) => revision.number === number);
  const first = kept.find((revision) => revision.number === before) ?? kept[0];
  if (last === undefined || first === undefined || first.number >= number) return;
  const base = explainedBase(first, last, kept);
  const change = changeOf(base.story, last.story);
  await trx
    .updateTable("revisions")
    .set({
      weight: change.weight,
      changed_on: isMaterial(change) ? dayOfChange(change, last) : null,
    })
    .where("story_id", "=", story)
    .where("number", "=", number)
    .execute();
  await trx
    .updateTable("revisions")
    .set({ weight: "passing", changed_on: null })
    .where("story_id", "=", story)
    .where("number", ">", base.number)
    .where("number", "<", number)
    .execute();
}

/**
 * The state that a change is to be compared with: where it only explains the one before, the one
 * before that.
 */
function explainedBase(
  first: StoredRevision,
  last: StoredRevision,
  kept: readonly StoredRevision[],
): StoredRevision {
  if (!changeOf(first.story, last.story).isExplanation) return first;
  const earlier = kept.findLast(
    ({ number, weight }) => number < first.number && weight !== "passing",
  );
  if (earlier === undefined) return first;
  const explained = changeOf(earlier.story, first.story);
  return isMaterial(explained) && explained.note === undefined ? earlier : first;
}
