import { setImmediate } from "node:timers/promises";
import type { Edition } from "../domain/edition.ts";
import { quietUntil } from "../domain/time/quiet.ts";
import type { Schedule } from "../domain/time/schedule.ts";
import { localTime } from "../domain/time/time-zone.ts";
import type { Log } from "../log.ts";
import type { Quiet } from "../store/runs/enqueue.ts";
import { storedVariants, storeMessages, type VariantMessages } from "../store/runs/messages.ts";
import { spreadingRuns, type Run } from "../store/runs/runs.ts";
import { readSchedule } from "../store/subscriptions/schedules.ts";
import { spreadAlert, spreadDigest, type Step } from "../store/runs/spread.ts";
import type { Database } from "../store/tables.ts";
import { alertComposer, digestComposer, type Compose } from "./compose.ts";
import type { Rendering } from "./rendering.ts";

export interface SpreadParts {
  readonly db: Database;
  /** The content as it stands. */
  readonly edition: () => Edition;
  readonly rendering: Rendering;
  /** The zone of chats that chose none. */
  readonly defaultZone: string;
  readonly now: () => Date;
  readonly log: Log;
  /** Nothing is begun once it is aborted. */
  readonly signal?: AbortSignal;
  /** Subscriptions in one transaction; by default as many as take a few milliseconds. */
  readonly chunk?: number;
}

/** Variants whose messages are stored together. */
const together = 16;

/** A variant of a run has no messages, or they are stored. */
type Known = Set<string>;

/**
 * Brings every run that is under way, or was when the process ended, to all whom it is to reach.
 * A run that fails is logged, and tried again with the next call.
 */
export async function spreadRuns(parts: SpreadParts): Promise<void> {
  for (const run of await spreadingRuns(parts.db)) {
    try {
      if (run.kind === "alert") await spreadOneAlert(parts, run);
      else await spreadOneDigest(parts, run);
    } catch (error) {
      parts.log.error({ run: run.id, error: String(error) }, "a run cannot be spread; trying on");
    }
  }
}

async function spreadOneDigest(parts: SpreadParts, run: Run): Promise<void> {
  const { db, edition, rendering, now, chunk: size = 1500 } = parts;
  const schedule = (await readSchedule(db, run.scheduleId ?? 0)) ?? unused;
  const { hour, minute } = localTime(run.slot, schedule.zone);
  const compose = digestComposer({ db, edition: edition(), rendering }, run, schedule);
  const time = hour * 60 + minute;
  await walk(parts, { run, compose }, (known) =>
    spreadDigest(db, run, { size, known, time, now: now() }),
  );
}

/** Nobody follows the schedule any more: the run reaches nobody. */
const unused: Schedule = { times: [0], days: { type: "daily" }, zone: "UTC" };

async function spreadOneAlert(parts: SpreadParts, run: Run): Promise<void> {
  const { db, edition, rendering, now, defaultZone, chunk: size = 1500 } = parts;
  const content = edition();
  const told = content.stories.get(run.story ?? "");
  const topics = told === undefined ? [] : [told.topic, ...told.also];
  const story = { topics, knownAt: run.window.from };
  const holdOf = ({ zone, quiet_from: from, quiet_until: until }: Quiet) =>
    from === null || until === null
      ? undefined
      : quietUntil({ from, until }, zone ?? defaultZone, now());
  const compose = alertComposer({ db, edition: content, rendering }, run);
  await walk(parts, { run, compose }, (known) =>
    spreadAlert(db, run, { size, known, now: now(), story, holdOf }),
  );
}

interface Walk {
  readonly run: Run;
  readonly compose: Compose;
}

/** Takes step after step; between two of them others have their turn. */
async function walk(
  { db, now, signal }: SpreadParts,
  { run, compose }: Walk,
  step: (known: Known) => Promise<Step>,
): Promise<void> {
  const known: Known = new Set(await storedVariants(db, run.id));
  for (;;) {
    if (signal?.aborted === true) return;
    const taken = await step(known);
    if (taken.type === "over") return;
    if (taken.type === "unknown") await compile(taken.variants);
    await setImmediate();
  }

  async function compile(variants: readonly string[]): Promise<void> {
    for (let from = 0; from < variants.length; from += together) {
      const composed: VariantMessages[] = [];
      for (const variant of variants.slice(from, from + together)) {
        composed.push(await compose(variant));
        await setImmediate();
      }
      await storeMessages(db, run.id, composed, now());
      for (const { variant } of composed) known.add(variant);
    }
  }
}
