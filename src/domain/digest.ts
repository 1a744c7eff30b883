import { newestFirst } from "./edition.ts";
import type { Edition, Topic } from "./edition.ts";
import type { Story } from "./story.ts";

/** How a story is told: for the first time, or again because its figures changed or were wrong. */
export type Told = "new" | "updated" | "corrected";

/** A revision of a story that became known in a window. */
export interface News {
  readonly story: string;
  readonly revision: number;
  readonly told: Told;
}

/** A story in a digest, at the latest revision that its window holds. */
export interface ToldStory {
  readonly story: Story;
  readonly revision: number;
  readonly told: Told;
}

/** The stories of one topic, newest first; never none. */
export interface DigestGroup {
  readonly topic: Topic;
  readonly stories: readonly ToldStory[];
}

/** What a subscription receives. */
export interface Digest {
  /** In the edition's order of topics; each story in one group. */
  readonly groups: readonly DigestGroup[];
  /** How many stories are not in the groups because there are too many. */
  readonly more: number;
  /** How many stories there are, those in the groups included. */
  readonly total: number;
}

interface Selection {
  /** In any order; a story may come several times. */
  readonly news: readonly News[];
  /** Ids of topics; all where there are none. */
  readonly topics: readonly string[];
  /** Stories that were told already, in an alert, each with the revision that it was told at. */
  readonly without?: ReadonlyMap<string, number>;
  /** At most so many stories are told. */
  readonly most?: number;
}

/** So many stories normally fit into one message in one language, and into three in both. */
const mostStories = 6;

/**
 * The news of a window as a digest. A story stands once, under its own topic where that is chosen,
 * else under the first chosen one that it names in `also`; stories that are withdrawn or not in the
 * edition are left out. Where there are too many, each topic in turn gives its foremost story, then
 * its second, and so on: breaking ones come before others, newer ones before older ones. Those that
 * do not fit are counted in `more`.
 */
export function composeDigest(
  edition: Pick<Edition, "topics" | "stories">,
  { news, topics, without = new Map(), most = mostStories }: Selection,
): Digest {
  const untold = news.filter(({ story, revision }) => revision > (without.get(story) ?? 0));
  const told = toldStories(edition, untold);
  const isChosen = (topic: string) =>
    edition.topics.has(topic) && (topics.length === 0 || topics.includes(topic));
  const byTopic = Map.groupBy(told, ({ story }) => [story.topic, ...story.also].find(isChosen));
  const groups = [...edition.topics.values()].flatMap((topic) => {
    const stories = byTopic.get(topic.id);
    return stories === undefined ? [] : [{ topic, stories }];
  });
  const total = groups.flatMap(({ stories }) => stories).length;
  const kept = foremostOf(groups, most);
  return { groups: only(kept, groups), more: total - kept.size, total };
}

/** Each story once, newest first, at its latest revision; new where any of its revisions is. */
function toldStories({ stories }: Pick<Edition, "stories">, news: readonly News[]): ToldStory[] {
  const byStory = Map.groupBy(news, ({ story }) => story);
  const told = [...byStory].flatMap(([id, revisions]) => {
    const story = stories.get(id);
    if (story === undefined || story.withdrawn !== undefined) return [];
    const revision = Math.max(...revisions.map(({ revision }) => revision));
    return [{ story, revision, told: toldAs(revisions) }];
  });
  return told.toSorted((a, b) => newestFirst(a.story, b.story));
}

function toldAs(revisions: readonly News[]): Told {
  const ways = revisions.map(({ told }) => told);
  if (ways.includes("new")) return "new";
  return ways.includes("corrected") ? "corrected" : "updated";
}

function foremost(a: Story, b: Story): number {
  return Number(b.breaking) - Number(a.breaking) || newestFirst(a, b);
}

function foremostOf(groups: readonly DigestGroup[], most: number): ReadonlySet<Story> {
  const ranked = groups.flatMap(({ stories }) =>
    stories
      .map(({ story }) => story)
      .toSorted(foremost)
      .map((story, rank) => ({ story, rank })),
  );
  const inTurn = ranked.toSorted((a, b) => a.rank - b.rank || foremost(a.story, b.story));
  return new Set(inTurn.slice(0, most).map(({ story }) => story));
}

function only(kept: ReadonlySet<Story>, groups: readonly DigestGroup[]): readonly DigestGroup[] {
  return groups.flatMap(({ topic, stories }) => {
    const shown = stories.filter(({ story }) => kept.has(story));
    return shown.length === 0 ? [] : [{ topic, stories: shown }];
  });
}
