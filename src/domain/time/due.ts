import { nextDueAt, previousDueAt } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";

/** What became known at or after `from` and before `until`. */
export interface Window {
  readonly from: Date;
  readonly until: Date;
}

/**
 * What the store holds of a schedule's row, read in the transaction that writes the decision:
 * `dueAt`, its next slot; `windowFrom`, where its last window ended (at first: when it was made);
 * `latestKnown`, the latest moment at which any story or revision became known, as stamped by
 * `knownAt`.
 */
export interface DueRow {
  readonly schedule: Schedule;
  readonly dueAt: Date;
  readonly windowFrom: Date;
  readonly latestKnown?: Date | undefined;
}

/**
 * `run`: send what `window` holds; store `nextDueAt` as the due date and `window.until` as
 * `windowFrom`. `missed`: store `nextDueAt` alone, so that the window stays open and its news joins
 * the next slot. `wait`: store nothing.
 */
export type Decision =
  | { readonly type: "wait" }
  | {
      readonly type: "run";
      readonly slot: Date;
      readonly window: Window;
      readonly nextDueAt: Date;
    }
  | { readonly type: "missed"; readonly slot: Date; readonly nextDueAt: Date };

/** How late a digest is still worth sending: two hours, in milliseconds. */
export const latenessLimit = 7_200_000;

const dayLength = 86_400_000;

/**
 * What a tick does with one schedule. Guaranteed, if the caller stores the decision only where
 * `dueAt` is still the one that it read (compare and set):
 *
 * - However many slots passed unseen there is one decision, about the latest; a bot that slept for
 *   a week sends one digest with the news of the week, or none until the next slot.
 * - Ticks that overlap or repeat decide the same slot and next slot, and one of them stores it; the
 *   other reads the moved due date and waits. `nextDueAt` is after both the slot and `now`.
 * - Windows of one schedule follow on one another without gap or overlap, whatever the clock does:
 *   `until` is never before `from`, nor before anything that is known.
 * - A clock set back repeats no slot: the due date stays ahead of it, and waits. Set forward, it
 *   skips no news: the window takes all that is known, and `knownAt` stamps what comes later into
 *   the next window even when the clock is put right again.
 * - A changed schedule takes `windowFrom` along and begins with `nextDueAt(schedule, now)`.
 */
export function decide(row: DueRow, now: Date): Decision {
  const { schedule, dueAt } = row;
  if (now < dueAt) return { type: "wait" };
  const slot = later(dueAt, previousDueAt(schedule, justAfter(now)));
  const next = nextDueAt(schedule, now);
  if (now.getTime() - slot.getTime() > latenessLimit) {
    return { type: "missed", slot, nextDueAt: next };
  }
  return { type: "run", slot, window: windowOf(row, now), nextDueAt: next };
}

/**
 * The moment to store for a story or revision that becomes known now: never before the end of a
 * window that was closed already, `latestUntil`, the latest of all schedules. Read and stamped in
 * one transaction, it lies in exactly one window of each schedule.
 */
export function knownAt(now: Date, latestUntil: Date | undefined): Date {
  return latestUntil === undefined ? now : later(now, latestUntil);
}

/**
 * The due date that a row should have, for a look at all rows when the bot starts. Rules of zones
 * may have changed since it was stored, which moves it to the nearest slot under the new ones. A
 * clock that was a day or more ahead may have left it where a bot would be silent until then, which
 * makes it the next slot from now: one that may bear the instant of a run under the wrong clock,
 * though never its news. Any other due date that is a slot stays as it is.
 */
export function mendedDueAt(schedule: Schedule, dueAt: Date, now: Date): Date {
  const inADay = new Date(now.getTime() + dayLength);
  if (dueAt > nextDueAt(schedule, inADay)) return nextDueAt(schedule, now);
  const before = previousDueAt(schedule, justAfter(dueAt));
  const after = nextDueAt(schedule, before);
  const isBeforeNearer = dueAt.getTime() - before.getTime() <= after.getTime() - dueAt.getTime();
  return isBeforeNearer ? before : after;
}

function windowOf({ windowFrom, latestKnown }: DueRow, now: Date): Window {
  const until = later(now, windowFrom);
  return {
    from: windowFrom,
    until: latestKnown === undefined ? until : later(until, justAfter(latestKnown)),
  };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

/** Windows and slots are exact to the millisecond, and their ends do not belong to them. */
function justAfter(instant: Date): Date {
  return new Date(instant.getTime() + 1);
}
