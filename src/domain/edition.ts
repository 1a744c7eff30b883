import type { Day } from "./time/dates.ts";
import type { Bilingual } from "./language.ts";
import type { Newsroom } from "./newsroom.ts";
import type { Source } from "./source.ts";
import type { Story } from "./story.ts";

export interface Topic {
  /** The folder's name, and the command's. */
  readonly id: string;
  readonly title: Bilingual;
  readonly about: Bilingual;
  /** Other names that a reader may type, as the editor wrote them. */
  readonly aliases: readonly string[];
}

/** Where a story stands among its revisions. */
export interface Standing {
  /** From 1. */
  readonly revision: number;
  /** The latest change that readers are told of, where there was one. */
  readonly changed?: {
    readonly weight: "update" | "correction" | "withdrawal";
    /** The editor's day of it, or the one on which we saw it. */
    readonly at: Day;
  };
  /** The day of the latest correction, whatever came after it. */
  readonly corrected?: Day;
}

/** All topics, sources and stories loaded at one moment; immutable. */
export interface Edition {
  /** In the order of their ids. */
  readonly topics: ReadonlyMap<string, Topic>;
  readonly sources: ReadonlyMap<string, Source>;
  /** Newest first; stories of one day in the order of their ids. Withdrawn stories included. */
  readonly stories: ReadonlyMap<string, Story>;
  /** Where the content says who publishes it. */
  readonly newsroom?: Newsroom;
  /** Of each story, in an edition that is recorded. */
  readonly standings?: ReadonlyMap<string, Standing>;
}

/** The stories that a topic shows, newest first, its own and those that name it in `also`. */
export function storiesOf(edition: Edition, topicId: string): readonly Story[] {
  return latestStories(edition).filter(
    (story) => story.topic === topicId || story.also.includes(topicId),
  );
}

/** Every story that is told, newest first. */
export function latestStories(edition: Edition): readonly Story[] {
  return [...edition.stories.values()].filter((story) => story.withdrawn === undefined);
}

/** The figures of a story that are told: a retracted one is history. */
export function figuresOf(story: Pick<Story, "figures">): Story["figures"] {
  return story.figures.filter((figure) => figure.status !== "retracted");
}

/** The order of an edition's stories: by their last day, newest first, then by id. */
export function newestFirst(a: Story, b: Story): number {
  if (a.date.to !== b.date.to) return a.date.to < b.date.to ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
