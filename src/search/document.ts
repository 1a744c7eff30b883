import type { Edition } from "../domain/edition.ts";
import type { Bilingual } from "../domain/language.ts";
import type { Story } from "../domain/story.ts";

/** Where words are looked for, the best place first. */
export const fields = ["headline", "place", "topic", "source", "excerpt"] as const;
export type Field = (typeof fields)[number];

/** What topics and sources are called. */
export type Names = Pick<Edition, "topics" | "sources">;

/** What of a story can be found. */
export interface Document {
  readonly id: string;
  readonly story: Story;
  readonly names: Names;
}

export function documentOf(story: Story, names: Names): Document {
  return { id: story.id, story, names };
}

/** The names of an edition; those of the last one, the very same object, where none is another. */
export function namesIn({ topics, sources }: Edition, last: Names | undefined): Names {
  const isLast =
    last !== undefined && isSameMap(topics, last.topics) && isSameMap(sources, last.sources);
  return isLast ? last : { topics, sources };
}

function isSameMap<T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): boolean {
  return one.size === other.size && [...one].every(([id, value]) => other.get(id) === value);
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
  return fields.every((field) => textOf(one, field) === textOf(other, field));
}

/** The text of a field in both languages; of topics and sources also ids and aliases. */
export function textOf({ story, names }: Document, field: Field): string {
  if (field === "topic") return [story.topic, ...story.also].map(topicText(names)).join("\n");
  if (field === "source") return sourcesOf(story).map(sourceText(names)).join("\n");
  return both(story[field]);
}

function topicText({ topics }: Names): (id: string) => string {
  return (id) => {
    const topic = topics.get(id);
    return topic === undefined ? id : [id, both(topic.title), ...topic.aliases].join("\n");
  };
}

function sourceText({ sources }: Names): (id: string) => string {
  return (id) => {
    const source = sources.get(id);
    return source === undefined ? id : `${id}\n${both(source.name)}`;
  };
}

function both({ ar, en }: Bilingual): string {
  return `${ar}\n${en}`;
}
