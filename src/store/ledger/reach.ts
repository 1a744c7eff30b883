import { changeOf, isMaterial } from "../../domain/change.ts";
import { readRevisions, type StoredRevision } from "../revisions/bodies.ts";
import type { Database } from "../tables.ts";
import { countHolders, holdersOf } from "./holders.ts";

/** How many messages in how many chats a correction would edit. */
export interface Reach {
  readonly messages: number;
  readonly chats: number;
  /** What most of the chats were shown; undefined where that is not kept. */
  readonly was: StoredRevision | undefined;
  readonly now: StoredRevision;
}

/**
 * How far it would reach to bring the messages that show a story to one of its revisions. Undefined
 * where it would reach nobody.
 */
export async function reachOf(
  db: Database,
  { story, number }: { readonly story: string; readonly number: number },
): Promise<Reach | undefined> {
  const revisions = await readRevisions(db, story);
  const kept = new Map(revisions.map((revision) => [revision.number, revision]));
  const now = kept.get(number);
  if (now === undefined) return undefined;
  const held = await holdersOf(db, story);
  const numbers = [...held.keys()].filter((shown) => {
    const was = kept.get(shown);
    return was === undefined || isMaterial(changeOf(was.story, now.story));
  });
  const chatsOf = (shown: number) => countHolders(held, [shown]).chats;
  const [most] = numbers.toSorted((a, b) => chatsOf(b) - chatsOf(a));
  if (most === undefined) return undefined;
  return { ...countHolders(held, numbers), was: kept.get(most), now };
}
