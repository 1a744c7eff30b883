import { setImmediate, setTimeout } from "node:timers/promises";
import { backoff } from "../../delivery/backoff.ts";
import type { Database } from "../../store/tables.ts";
import { pruneDialogues } from "../../store/chats/dialogues.ts";
import { pruneDrafts } from "../../store/desk/drafts.ts";
import { pruneInbox, turnInbox, type ClosedUpdate, type TakenUpdate } from "../../store/inbox.ts";
import { pruneReplicas, type Replica } from "../../store/replicas.ts";
import type { Delivered } from "../../store/ledger/ledger.ts";
import { startFlight, type Flight, type FlightEnd, type FlightParts } from "./flight.ts";

export interface InboxWorker {
  /** Looks into the inbox: to be called at the start, and whenever something was stored. */
  readonly wake: () => void;
  /**
   * Takes no more, and returns when what is in flight has ended, after `graceMs` (default 60 s) at
   * the latest. What was not handled by then waits in the inbox for another replica, or the next
   * start.
   */
  readonly stop: (graceMs?: number) => Promise<void>;
}

export interface WorkerParts extends Omit<FlightParts, "deadlineMs" | "record"> {
  readonly db: Database;
  /** This process, while the others know that it is there: else they take what it takes. */
  readonly replica: () => Replica | undefined;
  /** Chats that are served at the same time; default 100. */
  readonly concurrency?: number;
  /** Milliseconds that an update has; default 130 s: a minute of a group's pace, and a slow send. */
  readonly deadlineMs?: number;
  /** Told of every attempt that is over. */
  readonly onEnd?: (end: FlightEnd, update: TakenUpdate) => void;
}

/** An update that fails so often is set aside, and the next of its chat goes on. */
const attempts = 3;
const hour = 3_600_000;

/** The last attempt ended with the process. */
const crashed: Flight = { end: Promise.resolve("failed"), cut() {} };

/**
 * Milliseconds between two commits: what ends in that time is closed together, and what comes next
 * is taken in the same commit, because each waits for the disk. A lone update waits for none.
 */
const together = 5;

/** An update that is over, until that is committed. */
interface Landed extends ClosedUpdate {
  readonly chatId: number;
}

/**
 * Handles the inbox: the updates of one chat in their order, those of many chats at the same time.
 * Only what is in flight is in memory; everything else waits in the store, whatever the flood.
 */
export function createInboxWorker(parts: WorkerParts): InboxWorker {
  const { db, log, now, sleep, concurrency = 100, deadlineMs = 130_000 } = parts;
  const flights = new Map<number, Flight>();
  const endings = new Set<Promise<void>>();
  const stopping = new AbortController();
  let landed: readonly Landed[] = [];
  let shown: readonly Delivered[] = [];
  let turning: Promise<void> | undefined;
  let turnAgain = false;
  let pause: Promise<unknown> = Promise.resolve();
  let prunedAt = -Infinity;

  function wake(): void {
    turnAgain = true;
    turning ??= turns().finally(() => {
      turning = undefined;
      if (turnAgain) wake();
    });
  }

  async function turns(): Promise<void> {
    let failures = 0;
    while (turnAgain) {
      turnAgain = false;
      await Promise.all([pause, setImmediate()]);
      try {
        await pruneHourly();
        await turn();
        failures = 0;
        pause = setTimeout(together);
      } catch (error) {
        log.error({ error: String(error) }, "the inbox cannot be read; trying on");
        if (stopping.signal.aborted) return;
        await sleep(backoff(failures), stopping.signal);
        failures += 1;
        turnAgain = true;
      }
    }
  }

  async function pruneHourly(): Promise<void> {
    const at = now();
    if (Math.abs(at.getTime() - prunedAt) < hour) return;
    await pruneInbox(db, at);
    await pruneReplicas(db);
    await pruneDialogues(db, at);
    await pruneDrafts(db, at);
    prunedAt = at.getTime();
  }

  /** Closes what has landed and takes what may fly now. */
  async function turn(): Promise<void> {
    const closed = landed;
    const delivered = shown;
    const freed = new Set(closed.map(({ chatId }) => chatId));
    const busyChats = [...flights.keys()].filter((chatId) => !freed.has(chatId));
    const replica = parts.replica();
    const takes = replica !== undefined && !stopping.signal.aborted;
    const limit = takes ? concurrency - busyChats.length : 0;
    const taken = await turnInbox(db, { replica, closed, delivered, busyChats, limit });
    shown = shown.slice(delivered.length);
    landed = landed.slice(closed.length);
    for (const chatId of freed) flights.delete(chatId);
    // Many updates of few chats may have hidden those of others.
    turnAgain ||= taken.length > 0;
    for (const update of taken) takeOff(update);
  }

  function record(delivered: readonly Delivered[]): void {
    shown = [...shown, ...delivered];
  }

  function takeOff(update: TakenUpdate): void {
    const tooOften = update.attempt > attempts;
    const flight = tooOften ? crashed : startFlight({ ...parts, deadlineMs, record }, update);
    flights.set(update.chatId, flight);
    const ending = flight.end.then((end) => land(update, end));
    endings.add(ending);
    void ending.finally(() => {
      endings.delete(ending);
      wake();
    });
  }

  /** An update that failed waits in the store for its next attempt; every other is closed. */
  async function land(update: TakenUpdate, end: FlightEnd): Promise<void> {
    const { updateId, chatId, attempt } = update;
    parts.onEnd?.(end, update);
    const again = end === "failed" && attempt < attempts;
    if (again) await sleep(backoff(attempt - 1), stopping.signal);
    if (again || end === "cut") {
      flights.delete(chatId);
      return;
    }
    const state = end === "done" ? "done" : "dead";
    if (state === "dead")
      log.error({ update: updateId, chat: chatId, end }, "an update was set aside");
    landed = [...landed, { updateId, chatId, state }];
  }

  return {
    wake,
    async stop(graceMs = 60_000) {
      const ended = new AbortController();
      const grace = sleep(graceMs, ended.signal);
      stopping.abort();
      await turning;
      await Promise.race([Promise.all(endings), grace]);
      ended.abort();
      for (const flight of flights.values()) flight.cut();
      await Promise.all(endings);
      wake();
      await turning;
    },
  };
}
