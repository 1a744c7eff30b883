import type { Edition } from "../../domain/edition.ts";
import { openToRead, shownAddress, StoreError } from "../../store/database.ts";
import { readHistory, readTold } from "../../store/revisions/bodies.ts";
import type { Database } from "../../store/tables.ts";
import { storyReach } from "./story-reach.ts";

interface Saving {
  readonly databaseUrl: string;
  /** Chats above which an editor confirms. */
  readonly confirmAbove: number;
}

/**
 * What a bot would send if it found this edition now, in lines for a terminal: by story the figures
 * that change for those who hold messages, and how many these are. Nothing is written to the store.
 */
export async function savedChanges(edition: Edition, saving: Saving): Promise<readonly string[]> {
  const { databaseUrl: url, confirmAbove } = saving;
  try {
    const db = await openToRead(url);
    if (db === undefined)
      return [`${shownAddress(url)}: there is no store, so nothing is compared`];
    try {
      const lines = await compared(db, edition, confirmAbove);
      return lines.length > 0 ? lines : ["no figure that was told changes"];
    } finally {
      await db.destroy();
    }
  } catch (error) {
    if (error instanceof StoreError) return [`${error.message}; so nothing is compared`];
    throw error;
  }
}

/** The stories that a bot has told, of which none may vanish; undefined where no store says so. */
export async function toldBefore(databaseUrl: string): Promise<Edition | undefined> {
  try {
    const db = await openToRead(databaseUrl);
    if (db === undefined) return undefined;
    try {
      const told = await readTold(db);
      const stories = new Map(told.map((story) => [story.id, story]));
      return { topics: new Map(), sources: new Map(), stories };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

/** Stories that are asked for at once. */
const chunk = 500;

async function compared(
  db: Database,
  { stories, sources }: Edition,
  confirmAbove: number,
): Promise<readonly string[]> {
  const lines: string[] = [];
  const ids = [...stories.keys()];
  for (let from = 0; from < ids.length; from += chunk) {
    const history = await readHistory(db, ids.slice(from, from + chunk));
    for (const [id, revisions] of Map.groupBy(history, ({ story }) => story.id)) {
      const story = stories.get(id);
      if (story === undefined) continue;
      lines.push(...(await storyReach(db, { revisions, now: { story, sources }, confirmAbove })));
    }
  }
  return lines;
}
