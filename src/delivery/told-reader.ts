import { toldRevision, type ToldRevision } from "../rendering/changes/told-revision.ts";
import { readRevisions } from "../store/revisions/bodies.ts";
import type { Database } from "../store/tables.ts";

/** The revisions of a story, by their numbers; those of stores of before may be missing. */
export type ReadTold = (story: string) => Promise<ReadonlyMap<number, ToldRevision>>;

/** Reads each story once; the days are those of the zone. */
export function toldReader(db: Database, zone: string): ReadTold {
  const known = new Map<string, ReturnType<ReadTold>>();
  return (story) => {
    const read = known.get(story) ?? readTold(db, story, zone);
    known.set(story, read);
    return read;
  };
}

async function readTold(db: Database, story: string, zone: string) {
  const revisions = await readRevisions(db, story);
  return new Map(revisions.map((revision) => [revision.number, toldRevision(revision, zone)]));
}
