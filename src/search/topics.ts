import MiniSearch from "minisearch";
import type { Edition } from "../domain/edition.ts";
import { normalise } from "../domain/normalise.ts";

/** Finds topics by the names that readers know them by. */
export interface TopicIndex {
  /** Topics that the whole text names, or that its words name one each; none if a word is left. */
  readonly named: (text: string) => readonly string[];
  /** Topics whose names resemble the text, best first. */
  readonly nearest: (text: string, limit: number) => readonly string[];
}

interface Name {
  readonly id: number;
  readonly topic: string;
  readonly name: string;
}

const indexes = new WeakMap<Edition, TopicIndex>();

/** The index of an edition; an edition never changes, so it is made once. */
export function topicIndex(edition: Edition): TopicIndex {
  const known = indexes.get(edition);
  if (known !== undefined) return known;
  const index = makeIndex(namesOf(edition));
  indexes.set(edition, index);
  return index;
}

function namesOf(edition: Edition): readonly Name[] {
  const names = [...edition.topics.values()].flatMap((topic) =>
    [topic.id, topic.title.ar, topic.title.en, ...topic.aliases].map((name) => ({
      topic: topic.id,
      name: normalise(name),
    })),
  );
  return names.map((name, id) => ({ id, ...name }));
}

function makeIndex(names: readonly Name[]): TopicIndex {
  const topicsByName = new Map(names.map(({ name, topic }) => [name, topic]));
  const search = new MiniSearch<Name>({
    fields: ["name"],
    storeFields: ["topic"],
    searchOptions: { prefix: true, fuzzy: 0.34 },
  });
  search.addAll(names);
  return {
    named: (text) => namedTopics(normalise(text), topicsByName),
    nearest: (text, limit) => {
      const found = search.search(normalise(text)).map((result) => String(result["topic"]));
      return [...new Set(found)].slice(0, limit);
    },
  };
}

/**
 * Takes the longest name at each place of the text, so that a name of two words is not mistaken
 * for two names.
 */
function namedTopics(text: string, topics: ReadonlyMap<string, string>): readonly string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const found: string[] = [];
  let at = 0;
  while (at < words.length) {
    const length = longestName(words.slice(at), topics);
    const topic = topics.get(words.slice(at, at + length).join(" "));
    if (topic === undefined) return [];
    found.push(topic);
    at += length;
  }
  return [...new Set(found)];
}

function longestName(words: readonly string[], topics: ReadonlyMap<string, string>): number {
  const lengths = words.map((_, index) => words.length - index);
  return lengths.find((length) => topics.has(words.slice(0, length).join(" "))) ?? 1;
}
