import { storiesOf, type Edition, type Topic } from "./edition.ts";
import type { Source } from "./source.ts";
import type { Story } from "./story.ts";

/** What a topic command answers: one story in full, and which others there are. */
export interface Briefing {
  readonly topic: Topic;
  /** Undefined while the topic has no story. */
  readonly story: Story | undefined;
  /** Place of `story` among the topic's stories, 0 = newest. */
  readonly index: number;
  /** All stories of the topic, newest first. */
  readonly stories: readonly Story[];
  readonly sources: ReadonlyMap<string, Source>;
}

/** The briefing of a topic at its newest story, or at an older one; undefined for an unknown topic. */
export function composeBriefing(
  edition: Edition,
  topicId: string,
  storyId?: string,
): Briefing | undefined {
  const topic = edition.topics.get(topicId);
  if (topic === undefined) return undefined;
  const stories = storiesOf(edition, topicId);
  const index = Math.max(
    0,
    stories.findIndex((story) => story.id === storyId),
  );
  return { topic, story: stories[index], index, stories, sources: edition.sources };
}
