import { changeOf, isMaterial, type StoryChange, type Weight } from "../../domain/change.ts";
import type { Day } from "../../domain/time/dates.ts";
import type { Story } from "../../domain/story.ts";
import { fingerprintOf, formerFiguresHash } from "./fingerprint.ts";
import type { Latest } from "./latest.ts";
import type { RevisionTable } from "../tables/revisions.ts";

/** A story that is not as it was recorded. */
export interface Changed {
  readonly story: Story;
  /** What is recorded of it, if anything. */
  readonly latest: Latest | undefined;
  /** The story of then; undefined where it was not kept, too. */
  readonly was: Story | undefined;
}

type Weighed = Pick<RevisionTable, "figures_hash" | "changed_on"> & {
  readonly weight: "first" | Weight;
};

/** What a change weighs; `at` is when we saw it. */
export function weigh({ story, latest, was }: Changed, at: Date): Weighed {
  const { figuresHash } = fingerprintOf(story);
  if (latest === undefined) {
    return { weight: "first", figures_hash: figuresHash, changed_on: null };
  }
  const change = was === undefined ? fromHash(story, latest) : changeOf(was, story);
  const { weight } = change;
  // A group put in other words in one language is no change, and would tell the hashes apart.
  if (!isMaterial(change)) {
    return { weight, figures_hash: latest.figures_hash, changed_on: null };
  }
  const day = dayOfChange(change, { story, knownAt: at });
  return { weight, figures_hash: figuresHash, changed_on: day };
}

/** The editor's day of a change, or the one (UTC) on which we saw it. */
export function dayOfChange(
  { note }: Pick<StoryChange, "note">,
  { story, knownAt }: { readonly story: Story; readonly knownAt: Date },
): Day {
  return note?.at ?? story.withdrawn?.at ?? knownAt.toISOString().slice(0, 10);
}

/** Of a story of which only the hash was kept. */
function fromHash(story: Story, latest: Latest): Pick<StoryChange, "weight" | "note"> {
  const isSame = latest.figures_hash === formerFiguresHash(story);
  return { weight: isSame ? "minor" : "update" };
}
