import type { Database } from "../store/database.ts";
import { closeUpdate, pruneInbox, takeUpdates, type TakenUpdate } from "../store/inbox.ts";
import { startFlight, type Flight, type FlightEnd, type FlightParts } from "./flight.ts";
import { backoff } from "./patience.ts";

export interface InboxWorker {
  /** Looks into the inbox: to be called at the start, and whenever something was stored. */
  readonly wake: () => void;
  /**
   * Takes no more, and returns when what is in flight has ended, after `graceMs` (default 60 s) at
   * the latest. What was not handled by then waits in the inbox for the next start.
   */
  readonly stop: (graceMs?: number) => Promise<void>;
}

export interface WorkerParts extends Omit<FlightParts, "deadlineMs"> {
  readonly db: Database;
  /** Chats that are served at the same time; default 100. */
  readonly concurrency?: number;
  /** Milliseconds that an update has; default 60 s. */
  readonly deadlineMs?: number;
}

/** An update that fails so often is set aside, and the next of its chat goes on. */
const attempts = 3;
const hour = 3_600_000;

/** The last attempt ended with the process. */
const crashed: Flight = { end: Promise.resolve("failed"), cut() {} };

/**
 * Handles the inbox: the updates of one chat in their order, those of many chats at the same time.
 * Only what is in flight is in memory; everything else waits in the store, whatever the flood.
 */
export function createInboxWorker(parts: WorkerParts): InboxWorker {
  const { db, log, now, sleep, concurrency = 100, deadlineMs = 60_000 } = parts;
  const flights = new Map<number, Flight>();
  const landings = new Set<Promise<void>>();
  const stopping = new AbortController();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let prunedAt = -Infinity;

  function wake(): void {
    lookAgain = true;
    if (stopping.signal.aborted) return;
    looking ??= look().finally(() => {
      looking = undefined;
      if (lookAgain) wake();
    });
  }

  async function look(): Promise<void> {
    let failures = 0;
    while (lookAgain && !stopping.signal.aborted) {
      lookAgain = false;
      try {
        await pruneHourly();
        await takeOff();
        failures = 0;
      } catch (error) {
        log.error({ error: String(error) }, "the inbox cannot be read; trying on");
        await sleep(backoff(failures), stopping.signal);
        failures += 1;
        lookAgain = true;
      }
    }
  }

  async function pruneHourly(): Promise<void> {
    const at = now();
    if (Math.abs(at.getTime() - prunedAt) < hour) return;
    await pruneInbox(db, at);
    prunedAt = at.getTime();
  }

  async function takeOff(): Promise<void> {
    const taken = await takeUpdates(db, [...flights.keys()], concurrency - flights.size);
    // Many updates of few chats may have hidden those of others.
    lookAgain ||= taken.length > 0;
    for (const update of taken) {
      const landing = fly(update);
      landings.add(landing);
      void landing.finally(() => {
        landings.delete(landing);
        flights.delete(update.chatId);
        wake();
      });
    }
  }

  /** Handles one update and closes it, or leaves it waiting; never rejects. */
  async function fly(update: TakenUpdate): Promise<void> {
    const tooOften = update.attempt > attempts;
    const flight = tooOften ? crashed : startFlight({ ...parts, deadlineMs }, update);
    flights.set(update.chatId, flight);
    const end = await flight.end;
    try {
      await land(update, end);
    } catch (error) {
      log.error({ update: update.updateId, error: String(error) }, "an update was not closed");
      await sleep(backoff(update.attempt), stopping.signal);
    }
  }

  async function land(update: TakenUpdate, end: FlightEnd): Promise<void> {
    const { updateId, chatId, attempt } = update;
    if (end === "cut") return;
    if (end === "failed" && attempt < attempts) {
      return await sleep(backoff(attempt - 1), stopping.signal);
    }
    if (end !== "done")
      log.error({ update: updateId, chat: chatId, end }, "an update was set aside");
    await closeUpdate(db, updateId, end === "done" ? "done" : "dead");
  }

  return {
    wake,
    async stop(graceMs = 60_000) {
      const landed = new AbortController();
      const grace = sleep(graceMs, landed.signal);
      stopping.abort();
      await looking;
      await Promise.race([Promise.all(landings), grace]);
      landed.abort();
      for (const flight of flights.values()) flight.cut();
      await Promise.all(landings);
    },
  };
}
