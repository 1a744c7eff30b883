import type { Edition } from "../domain/edition.ts";
import type { Bilingual } from "../domain/language.ts";
import type { Story } from "../domain/story.ts";

export const fields = ["headline", "place", "topic", "source", "excerpt"] as const;
export type Field = (typeof fields)[number];

/** What of a story can be found. */
export interface Document {
  readonly id: string;
  readonly story: Story;
  /** Titles and aliases of its topics. */
  readonly topic: string;
  /** Names and ids of the sources that it quotes. */
  readonly source: string;
}

export function documentOf(story: Story, { topics, sources }: Edition): Document {
  const ofTopics = [story.topic, ...story.also].flatMap((id) => {
    const topic = topics.get(id);
    return topic === undefined ? [id] : [id, both(topic.title), ...topic.aliases];
  });
  const ofSources = sourcesOf(story).flatMap((id) => {
    const source = sources.get(id);
    return source === undefined ? [id] : [id, both(source.name)];
  });
  return { id: story.id, story, topic: lines(ofTopics), source: lines(ofSources) };
}

/** The ids of all sources of a story, those who relayed them included. */
export function sourcesOf(story: Story): readonly string[] {
  const ofFigures = story.figures.flatMap(({ attribution }) => [
    ...(attribution.type === "none" ? [] : [attribution.source]),
    ...(attribution.via === undefined ? [] : [attribution.via]),
  ]);
  return [...new Set([...story.sources, ...ofFigures])];
}

/** Whether two documents are found by the same words. */
export function isSame(one: Document, other: Document): boolean {
  return (
    one.topic === other.topic &&
    one.source === other.source &&
    (one.story === other.story || textsOf(one.story) === textsOf(other.story))
  );
}

function textsOf({ headline, place, excerpt }: Story): string {
  return lines([both(headline), both(place), both(excerpt)]);
}

export function textOf(document: Document, field: Field): string {
  if (field === "topic" || field === "source") return document[field];
  return both(document.story[field]);
}

function both({ ar, en }: Bilingual): string {
  return lines([ar, en]);
}

function lines(texts: readonly string[]): string {
  return texts.join("\n");
}
