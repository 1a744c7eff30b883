import type { Story } from "../../domain/story.ts";
import type { Database } from "../tables.ts";
import { fingerprintOf } from "./fingerprint.ts";

/** A story as one of its revisions before the latest told it. */
export interface Outdated {
  readonly story: Story;
  /** When the latest became known. */
  readonly since: Date;
}

/** Those of the stories that say what an earlier revision said, and not what the latest says. */
export async function findOutdated(
  db: Database,
  stories: readonly Story[],
): Promise<readonly Outdated[]> {
  if (stories.length === 0) return [];
  const rows = await db
    .selectFrom("revisions")
    .select(["story_id", "hash", "known_at"])
    .where(
      "story_id",
      "in",
      stories.map(({ id }) => id),
    )
    .orderBy("number")
    .execute();
  const revisions = Map.groupBy(rows, ({ story_id }) => story_id);
  return stories.flatMap((story) => {
    const ofStory = revisions.get(story.id) ?? [];
    const latest = ofStory.at(-1);
    const { hash } = fingerprintOf(story);
    if (latest === undefined || latest.hash === hash) return [];
    const isEarlier = ofStory.some((revision) => revision.hash === hash);
    return isEarlier ? [{ story, since: new Date(latest.known_at) }] : [];
  });
}
