import { normalise } from "../../domain/normalise.ts";
import type { Source } from "../../domain/source.ts";

/** Which of the known sources an article's words may mean. */
export interface SourceMatch {
  /** The one that they name; undefined where that is not certain. */
  readonly id?: string;
  /** Whether they are all of its name. */
  readonly isWhole: boolean;
  /** The nearest, best first; the named one among them. */
  readonly near: readonly string[];
}

const mostNear = 3;

/** Words that many sources share, or that tell nothing. */
const common = new Set(
  "the a an of for in and s unnamed official source من في لم يذكر اسمه عن على مصدر مسؤول".split(
    " ",
  ),
);

/**
 * A source is named by all words of one of its names, by its id, or by two or more words
 * that no other source has all of: «المرصد السوري» of «المرصد السوري لحقوق الإنسان». Anything less
 * is only near.
 */
export function matchSource(words: string, sources: readonly Source[]): SourceMatch {
  const given = wordsOf(words);
  if (given.length === 0) return { isWhole: false, near: [] };
  const scored = sources
    .map((source) => ({ source, score: scoreOf(given, source) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const near = scored.slice(0, mostNear).map(({ source }) => source.id);
  const whole = scored.filter(({ source }) => isWhole(given, source));
  const named = whole.length > 0 ? whole : scored.filter(({ source }) => isPart(given, source));
  const [only, ...others] = named;
  if (only === undefined || others.length > 0) return { isWhole: false, near };
  return { id: only.source.id, isWhole: whole.length > 0, near };
}

function namesOf({ id, name, aliases = [] }: Source): readonly (readonly string[])[] {
  return [id, name.ar, name.en, ...aliases].map(wordsOf);
}

function isWhole(given: readonly string[], source: Source): boolean {
  return namesOf(source).some(
    (name) => name.length === given.length && holdsAll(name, given) && holdsAll(given, name),
  );
}

function isPart(given: readonly string[], source: Source): boolean {
  return given.length > 1 && namesOf(source).some((name) => holdsAll(name, given));
}

function holdsAll(words: readonly string[], others: readonly string[]): boolean {
  return others.every((word) => words.includes(word));
}

/** The share of words, of both together, that a name has in common with the given ones. */
function scoreOf(given: readonly string[], source: Source): number {
  return Math.max(
    ...namesOf(source).map((name) => {
      const shared = new Set(given.filter((word) => name.includes(word)));
      const telling = [...shared].some((word) => !common.has(word));
      return telling ? shared.size / new Set([...given, ...name]).size : 0;
    }),
  );
}

/** «للمرصد» has the article that `normalise` takes away, and a preposition that hides it. */
function wordsOf(text: string): readonly string[] {
  return normalise(text)
    .split(" ")
    .map((word) => word.replace(/^(?:و?لل|و?بال)(?=..)/, ""))
    .filter((word) => word !== "" && word !== "the");
}
