import { latestStories, type Edition } from "../domain/edition.ts";
import type { Story } from "../domain/story.ts";
import { namesIn, sourcesOf, type Names } from "./document.ts";
import { createStoryIndex, type Looked, type StoryIndex } from "./index-of-stories.ts";
import type { Query } from "./query.ts";
import { inSlices } from "./slices.ts";
import { spellings } from "./spellings.ts";

/** What a query found. */
export interface Found {
  /** Best first; the newest first among those that are equally good. */
  readonly stories: readonly Story[];
  /** The words of the stories that answer, as `formsOf` writes them. */
  readonly terms: ReadonlySet<string>;
  /**
   * `whole`: every word, or one that begins with it. `alike`: where no story has them all, words
   * that are written much the same. `some`: not even so, but some of the words.
   */
  readonly by: "whole" | "alike" | "some";
}

/** Finds stories by their words, in whichever language they were typed. */
export interface StorySearch {
  /**
   * Takes a new edition in: only what changed, in slices that leave the event loop free. Settles
   * when it is taken in, or when a newer one is to be taken in instead.
   */
  readonly follow: (edition: Edition) => Promise<void>;
  /**
   * The stories of this edition that answer; none that is withdrawn. Waits until the first edition
   * that was given is taken in.
   */
  readonly find: (query: Query, edition: Edition) => Promise<Found>;
}

export function createStorySearch(): StorySearch {
  const index = createStoryIndex();
  let newest: Edition | undefined;
  let names: Names | undefined;
  let working = Promise.resolve();
  let first: Promise<void> | undefined;

  async function take(edition: Edition): Promise<void> {
    const isWanted = (): boolean => edition === newest;
    const told = latestStories(edition);
    const ids = new Set(told.map(({ id }) => id));
    const gone = index.ids().filter((id) => !ids.has(id));
    const ofEdition = namesIn(edition, names);
    names = ofEdition;
    await inSlices(gone, index.drop, isWanted);
    await inSlices(told, (story) => index.put(story, ofEdition), isWanted);
  }

  return {
    follow(edition) {
      newest = edition;
      working = working.then(() => take(edition));
      first ??= working;
      return working;
    },
    async find(query, edition) {
      await first;
      return findIn(index, query, edition);
    },
  };
}

function findIn(index: StoryIndex, query: Query, edition: Edition): Found {
  const { words } = query;
  const isAsked = filterOf(query);
  if (words.length === 0) {
    return { stories: latestStories(edition).filter(isAsked), terms: new Set(), by: "whole" };
  }
  const from = (looked: Looked, fewest: number, by: Found["by"]): Found => ({
    stories: bestFirst(ratedIn(looked, fewest), edition, isAsked),
    terms: looked.terms,
    by,
  });
  for (const spelt of spellings(words)) {
    const whole = from(index.look(spelt, false), spelt.length, "whole");
    if (whole.stories.length > 0) return whole;
  }
  const looked = index.look(words, true);
  const alike = from(looked, words.length, "alike");
  return alike.stories.length > 0 ? alike : from(looked, 1, "some");
}

/** The stories that have so many of the words. */
function ratedIn({ scores, slots }: Looked, fewest: number): readonly Rated[] {
  return slots.flatMap((id, slot) => {
    const has = scores.words[slot] ?? 0;
    return id === undefined || has < fewest ? [] : [{ id, score: scores.sums[slot] ?? 0 }];
  });
}

interface Rated {
  readonly id: string;
  readonly score: number;
}

function bestFirst(
  rated: readonly Rated[],
  edition: Edition,
  isAsked: (story: Story) => boolean,
): readonly Story[] {
  const places = placesOf(edition);
  return rated
    .flatMap(({ id, score }) => {
      const place = places.get(id);
      const story = edition.stories.get(id);
      const isShown = place !== undefined && story !== undefined && isAsked(story);
      return isShown ? [{ story, place, score }] : [];
    })
    .toSorted((a, b) => b.score - a.score || a.place - b.place)
    .map(({ story }) => story);
}

const places = new WeakMap<Edition, ReadonlyMap<string, number>>();

/** Where each story that is told stands in an edition, the newest first. */
function placesOf(edition: Edition): ReadonlyMap<string, number> {
  const known = places.get(edition);
  if (known !== undefined) return known;
  const made = new Map(latestStories(edition).map(({ id }, place) => [id, place]));
  places.set(edition, made);
  return made;
}

function filterOf({ topics, sources, since }: Query): (story: Story) => boolean {
  return (story) =>
    (topics === undefined || [story.topic, ...story.also].some((id) => topics.includes(id))) &&
    (since === undefined || story.date.to >= since) &&
    (sources === undefined || sourcesOf(story).some((id) => sources.includes(id)));
}
