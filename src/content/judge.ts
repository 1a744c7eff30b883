import { newestFirst, type Edition } from "../domain/edition.ts";
import type { Content, FileComplaint } from "./check/content.ts";
import { referenceComplaints } from "./check/references.ts";
import { topicComplaints } from "./check/topics.ts";
import { vanishedComplaints } from "./check/vanished.ts";
import { given } from "./reading/given.ts";
import { frozenMap } from "./reading/frozen.ts";

export interface Standards {
  /** Names of the bot's own commands, which no topic may have. */
  readonly reserved: ReadonlySet<string>;
  /** The edition before this one, whose stories must not vanish. */
  readonly previous?: Edition;
}

/** What is wrong between the files, beside what is wrong in each of them. */
export function complaintsBetween(
  content: Content,
  { reserved, previous }: Standards,
): readonly FileComplaint[] {
  return [
    ...topicComplaints(content, reserved),
    ...withoutSources(content),
    ...referenceComplaints(content),
    ...(previous === undefined ? [] : vanishedComplaints(content, previous)),
  ];
}

function withoutSources({ sources }: Content): readonly FileComplaint[] {
  const text = "missing: expected a file with the sources of the figures";
  return sources === undefined ? [{ file: "sources.yaml", path: [], text }] : [];
}

/** The edition of content without complaints; it cannot be changed. */
export function toEdition({ sources, newsroom, topics, stories }: Content): Edition {
  const all = stories.flatMap(({ reading }) => reading.story ?? []).toSorted(newestFirst);
  return Object.freeze({
    topics: frozenMap(byId([...topics.values()].flatMap((reading) => reading?.topic ?? []))),
    sources: frozenMap(byId(sources?.sources ?? [])),
    ...given({ newsroom: newsroom?.newsroom }),
    stories: frozenMap(all.map((story) => [story.id, story])),
  });
}

function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly (readonly [string, Item])[] {
  return items.map((item) => [item.id, item] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
