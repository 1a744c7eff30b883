import { changeOf } from "../../domain/change.ts";
import type { Day } from "../../domain/time/dates.ts";
import type { Story } from "../../domain/story.ts";
import type { ToldRevision } from "../changes/told-revision.ts";
import type { Reference } from "../message/reference.ts";

/** A story as a card tells it. */
export interface CardState {
  readonly story: Story;
  /** 0 where the store does not know the edition. */
  readonly revision: number;
  /** The day of the event, or of what changed last. */
  readonly asOf: Day;
  readonly corrected?: Day;
  /** Those that the message has told before and the newest, oldest first; empty where it is new. */
  readonly revisions: readonly ToldRevision[];
  readonly reference: Reference;
}

/** A story as the edition has it. */
export function newestState(story: Story, reference: Reference): CardState {
  const standing = reference.edition.standings?.get(story.id);
  const corrected = standing?.corrected;
  return {
    story,
    revision: standing?.revision ?? 0,
    asOf: standing?.changed?.at ?? story.date.to,
    ...(corrected !== undefined && { corrected }),
    revisions: [],
    reference,
  };
}

/** The newest of the revisions, after those that a message has told. @throws RangeError without any. */
export function toldState(revisions: readonly ToldRevision[], reference: Reference): CardState {
  const [was, newest] = revisions.slice(-2);
  const now = newest ?? was;
  if (was === undefined || now === undefined) throw new RangeError("there is no revision to tell");
  const { edition } = reference;
  const sources = new Map([...now.sources, ...edition.sources]);
  const state = newestState(now.story, { ...reference, edition: { ...edition, sources } });
  const told = { ...state, revision: now.number, revisions };
  if (newest === undefined) return told;
  const { note, weight } = changeOf(was.story, now.story);
  const day = note?.at ?? now.story.withdrawn?.at ?? now.day;
  return { ...told, asOf: day, ...(weight === "correction" && { corrected: day }) };
}
