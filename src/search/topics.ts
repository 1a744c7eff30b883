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

/** UTF-16 units of a text that are looked at: nobody names topics at greater length. */
const longestText = 500;

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
  const topics = new Map(names.map(({ name, topic }) => [name, topic]));
  const longest = Math.max(1, ...names.map(({ name }) => name.split(" ").length));
  const search = new MiniSearch<Name>({
    fields: ["name"],
    storeFields: ["topic"],
    searchOptions: { prefix: true, fuzzy: 0.34 },
  });
  search.addAll(names);
  return {
    named: (text) => namedTopics(normalise(text), { topics, longest }),
    nearest: (text, limit) => {
      const found = search
        .search(normalise(text.slice(0, longestText)))
        .map((result) => String(result["topic"]));
      return [...new Set(found)].slice(0, limit);
    },
  };
}

interface Names {
  /** Topics by their names, which are normalised. */
  readonly topics: ReadonlyMap<string, string>;
  /** Words of the longest name. */
  readonly longest: number;
}

/**
 * Takes the longest name at each place of the text, so that a name of two words is not mistaken
 * for two names.
 */
function namedTopics(text: string, names: Names): readonly string[] {
  const words = text.split(" ").filter((word) => word !== "");
  const found = new Set<string>();
  let at = 0;
  while (at < words.length) {
    const name = nameAt(words, at, names);
    const topic = names.topics.get(name.join(" "));
    if (topic === undefined) return [];
    found.add(topic);
    at += name.length;
  }
  return [...found];
}

/** The longest name that begins at a word, or the word itself where none does. */
function nameAt(
  words: readonly string[],
  at: number,
  { topics, longest }: Names,
): readonly string[] {
  for (let length = longest; length > 1; length -= 1) {
    const name = words.slice(at, at + length);
    if (topics.has(name.join(" "))) return name;
  }
  return words.slice(at, at + 1);
}
