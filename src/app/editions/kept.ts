import { newestFirst, type Edition } from "../../domain/edition.ts";
import type { Story } from "../../domain/story.ts";
import { findOutdated } from "../../store/revisions/outdated.ts";
import type { Database } from "../../store/tables.ts";

/**
 * What another process told and the folder of this one does not say. Its folder may be behind: what
 * a chat was told last must not be taken back because another process leads.
 */
export interface Kept {
  readonly told: Edition;
  /** By id: what is told, and what the folder had in its place when this process took over. */
  readonly stories: ReadonlyMap<string, { readonly story: Story; readonly instead?: Story }>;
}

interface Folder {
  readonly edition: Edition;
  /** When the file of a story was written last. */
  readonly writtenAt: (id: string) => Date | undefined;
}

/**
 * Kept is a story that the folder has not, and one whose file says what an earlier revision said and
 * was not written since the latest one became known: a file that is set back on purpose is newer.
 */
export async function findKept(db: Database, told: Edition, folder: Folder): Promise<Kept> {
  const { stories } = folder.edition;
  const outdated = (await findOutdated(db, [...stories.values()])).filter(
    ({ story, since }) => (folder.writtenAt(story.id) ?? since) <= since,
  );
  const missing = [...told.stories.values()].filter(({ id }) => !stories.has(id));
  return {
    told,
    stories: new Map([
      ...missing.map((story) => [story.id, { story }] as const),
      ...outdated.flatMap(({ story: instead }) => {
        const story = told.stories.get(instead.id);
        return story === undefined ? [] : [[story.id, { story, instead }] as const];
      }),
    ]),
  };
}

/** The stories of which the folder says something else than what is told, or nothing. */
export interface Behind {
  readonly missing: readonly Story[];
  readonly outdated: readonly Story[];
}

export function behindOf({ stories }: Kept): Behind {
  const all = [...stories.values()];
  return {
    missing: all.filter(({ instead }) => instead === undefined).map(({ story }) => story),
    outdated: all.filter(({ instead }) => instead !== undefined).map(({ story }) => story),
  };
}

/**
 * What the folder says, with what is kept in its place until the folder changes it, and with the
 * topics and sources of that.
 */
export function withKept(folder: Edition, kept: Kept): Edition {
  const { told } = kept;
  const still = [...kept.stories].filter(([id, { instead }]) => folder.stories.get(id) === instead);
  if (still.length === 0) return folder;
  const all = new Map([...folder.stories, ...still.map(([id, { story }]) => [id, story] as const)]);
  const inOrder = [...all.values()].toSorted(newestFirst);
  const topics = new Map([...told.topics, ...folder.topics]);
  return {
    ...folder,
    topics: new Map([...topics].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    sources: new Map([...told.sources, ...folder.sources]),
    stories: new Map(inOrder.map((story) => [story.id, story])),
  };
}
