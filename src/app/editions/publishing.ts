import type { Sleep } from "../../delivery/sleep.ts";
import { publishStory, type Published } from "../../desk/publish.ts";
import type { Story } from "../../domain/story.ts";
import type { Log } from "../../log.ts";
import {
  askPublication,
  dropPublication,
  endPublication,
  publicationOutcome,
  publishedAmong,
  waitingPublications,
} from "../../store/desk/publications.ts";
import type { Database } from "../../store/tables.ts";
import type { Leadership } from "../replicas/replicas.ts";

/**
 * What the desk publishes. It goes through the store to the process that leads, whose content folder
 * is told, whichever process the editor's press came to.
 */
export interface Publishing {
  readonly publish: (story: Story) => Promise<Published>;
  /** Writes those of the stories that the desk has published into the folder; returns the others. */
  readonly putBack: (stories: readonly Story[]) => Promise<readonly Story[]>;
  readonly stop: () => Promise<void>;
}

export interface PublishingParts {
  readonly db: Database;
  readonly contentDir: string;
  readonly leadership: Leadership;
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly log: Log;
}

/** Milliseconds between two looks, and how many of them an editor waits for. */
const between = 500;
const patience = 20;

export function startPublishing(parts: PublishingParts): Publishing {
  const { db, contentDir, leadership, now, sleep, log } = parts;
  const stopping = new AbortController();
  let writing = Promise.resolve();

  /** Takes up what waits, if it is for this process to do. */
  function write(): Promise<void> {
    writing = writing.then(writeWaiting);
    return writing;
  }

  async function writeWaiting(): Promise<void> {
    if (leadership.term() === undefined) return;
    try {
      for (const publication of await waitingPublications(db)) {
        const published = await publishStory(contentDir, publication.story);
        await endPublication(db, publication, JSON.stringify(published));
      }
    } catch (error) {
      log.error({ error: String(error) }, "what editors publish cannot be written; trying on");
    }
  }

  async function outcomeOf(id: string): Promise<Published | undefined> {
    const outcome = await publicationOutcome(db, id);
    return outcome === undefined ? undefined : JSON.parse(outcome);
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await write();
      await sleep(between, stopping.signal);
    }
  }

  const running = run();

  return {
    async publish(story) {
      await askPublication(db, story, now());
      for (let looks = 0; looks < patience; looks += 1) {
        await write();
        const outcome = await outcomeOf(story.id);
        if (outcome !== undefined) return outcome;
        await sleep(between);
      }
      return (await dropPublication(db, story.id))
        ? { type: "unled" }
        : ((await outcomeOf(story.id)) ?? { type: "unled" });
    },
    async putBack(stories) {
      const ids = stories.map(({ id }) => id);
      const published = await publishedAmong(db, ids);
      for (const story of stories) {
        if (published.has(story.id)) await publishStory(contentDir, story);
      }
      return stories.filter(({ id }) => !published.has(id));
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
