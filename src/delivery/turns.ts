import { quietUntil } from "../domain/time/quiet.ts";
import type { Log } from "../log.ts";
import type { Lease } from "../store/lease.ts";
import {
  turnOutbox,
  type OutboxTurn,
  type OutboxTurned,
  type TakenRow,
} from "../store/outbox/outbox.ts";
import { readUnsent } from "../store/outbox/recovery.ts";
import type { Landed, Landing } from "../store/outbox/landing.ts";
import { pauseRun } from "../store/outbox/steering.ts";
import type { Database } from "../store/tables.ts";
import { createBreaker, resultOf } from "./breaker.ts";
import type { Bulk } from "./bulk.ts";
import { choose } from "./choose.ts";
import { consequenceOf } from "./consequence.ts";
import type { Outcome } from "./outcome.ts";
import { sendingType, type Pace } from "./pace.ts";
import { parcelOf, type SendParcel, type Sent } from "./parcel.ts";
import { createPoisonWatch } from "./poison.ts";
import type { KeepStanding } from "./standing.ts";
import { tellSeldom, type Trouble } from "./trouble.ts";

export interface TurnsParts {
  readonly db: Database;
  readonly send: SendParcel;
  /** The lease under which we send, while it is ours. */
  readonly lease: () => Lease | undefined;
  /** The chats' own pace, which answers share. */
  readonly pace: Pace;
  readonly bulk: Bulk;
  readonly now: () => Date;
  readonly random?: () => number;
  readonly log: Log;
  /** The zone of chats that chose none. */
  readonly defaultZone: string;
  /**
   * Stores what a send showed of its chat, in a transaction of its own, before the result of that
   * send. A crash between the two leaves a row that is sent again and shows the same, so doing it
   * twice must change nothing.
   */
  readonly keepStanding: KeepStanding;
  /** Told once an hour of the same trouble. */
  readonly onTrouble: (trouble: Trouble) => void;
  /** Something has landed: another turn is of use. */
  readonly onLanded: () => void;
}

export interface Turns {
  /**
   * Writes what has landed, takes what may go and sends it off. Resolves to the milliseconds after
   * which the next turn is of use, if nothing lands before.
   */
  readonly turn: (lease: Lease, take: boolean) => Promise<number>;
  /** When nothing is in flight any more. */
  readonly settled: () => Promise<void>;
  /** Ends the requests that are in flight: they may have been carried out. */
  readonly cut: () => void;
  /** Results that are not written yet. */
  readonly unwritten: () => number;
}

/** What others put into the store is seen after so many milliseconds at the latest. */
const idle = 1000;

/** A commit whose answer was lost has been made by then, or will never be. */
const unheard = 75_000;

/** Milliseconds until a row is tried again whose chat's standing could not be stored. */
const again = 10_000;

export function createTurns(parts: TurnsParts): Turns {
  const { db, pace, bulk, now, log, random = Math.random } = parts;
  const breaker = createBreaker();
  const findPoison = createPoisonWatch();
  const tell = tellSeldom(parts.onTrouble, now);
  const cutting = new AbortController();
  const flights = new Map<number, { readonly chatId: number; readonly end: Promise<void> }>();
  let landed: readonly Landed[] = [];
  let unsureUntil = 0;

  async function turn(lease: Lease, take: boolean): Promise<number> {
    const at = now();
    if (at.getTime() < unsureUntil) await landUnsent(lease, at);
    const room = take
      ? Math.min(bulk.room(at), breaker.room(at), bulk.flights() - flights.size)
      : 0;
    const landing = landed;
    if (room <= 0 && landing.length === 0) return waitForRoom(at, take);
    const busy = new Set([...flights.values()].map(({ chatId }) => chatId));
    const turned = await commit({
      lease,
      now: at,
      landed: landing,
      room,
      choose: (candidates) => choose(candidates, { room, busy, pace, now: at }),
    });
    landed = landed.slice(landing.length);
    if (turned.type === "lost") log.warn({ lease }, "nothing is sent under a lease of before");
    else for (const row of turned.taken) takeOff(row);
    return room > 0 ? waitAfter(turned, room, at) : waitForRoom(at, take);
  }

  async function commit(work: OutboxTurn): Promise<OutboxTurned> {
    try {
      return await turnOutbox(db, work);
    } catch (error) {
      unsureUntil = now().getTime() + unheard;
      throw error;
    }
  }

  /** Intents that were committed all the same wait again. */
  async function landUnsent(lease: Lease, at: Date): Promise<void> {
    const flying = new Set([...flights.keys(), ...landed.map(({ id }) => id)]);
    const unsent = await readUnsent(db, lease, flying);
    const landing: Landing = { type: "again", notBefore: at, uncounted: true };
    landed = [...landed, ...unsent.map((flown) => ({ ...flown, landing }))];
  }

  function waitForRoom(at: Date, take: boolean): number {
    if (!take || flights.size >= bulk.flights()) return idle;
    return Math.min(idle, Math.max(bulk.wait(at), breaker.wait(at)));
  }

  function waitAfter(turned: OutboxTurned, room: number, at: Date): number {
    if (turned.type === "lost") return idle;
    if (turned.more) return 0;
    if (turned.taken.length >= room) return waitForRoom(at, true);
    bulk.rest();
    const { nextAt } = turned;
    return nextAt === undefined
      ? idle
      : Math.min(idle, Math.max(1, nextAt.getTime() - at.getTime()));
  }

  function takeOff(row: TakenRow): void {
    const tookAt = now();
    const { chatId, isGroup, inlineId } = row;
    if (inlineId === undefined) pace.took({ type: sendingType(row), chatId, isGroup }, tookAt);
    bulk.took(tookAt);
    breaker.took(tookAt);
    const end = fly(row).then((outcome) => land(row, outcome, tookAt));
    flights.set(row.id, { chatId, end });
  }

  async function fly(row: TakenRow): Promise<Outcome<Sent>> {
    const mayBegin = () => parts.lease()?.epoch === row.epoch;
    try {
      const parcel = parcelOf(row, { paid: bulk.paid(), silent: isSilenced(row) });
      return await parts.send(parcel, { signal: cutting.signal, mayBegin });
    } catch (error) {
      return { type: "unknown", cause: "unanswered", reason: String(error) };
    }
  }

  /** A notice of a correction comes without a sound in quiet hours, which may have begun meanwhile. */
  function isSilenced({ task, quietFrom: from, quietUntil: until, zone }: TakenRow): boolean {
    if (task !== "reply" || from === null || until === null) return false;
    return quietUntil({ from, until }, zone ?? parts.defaultZone, now()) !== undefined;
  }

  async function land(row: TakenRow, outcome: Outcome<Sent>, tookAt: Date): Promise<void> {
    const at = now();
    const mostlyGone = outcome.type === "gone" && breaker.mostlyGone(at);
    bulk.landed(tookAt, at);
    if (breaker.landed(resultOf(outcome), at)) tell({ type: "outage" });
    heed(row, outcome, at);
    await stopPoison(row, outcome);
    const landing = await settle(row, outcome, mostlyGone);
    flights.delete(row.id);
    landed = [...landed, { ...row, landing }];
    parts.onLanded();
  }

  /** What an outcome says about the pace. */
  function heed({ id, chatId, inlineId }: TakenRow, outcome: Outcome, at: Date): void {
    if (outcome.type === "sent") bulk.sent();
    if (outcome.type === "unpaid") bulk.unpaid();
    if (outcome.type !== "later") return;
    // Two of the inline mode are as little in one place as those of two chats.
    bulk.refused(inlineId === undefined ? chatId : id, outcome.seconds, at);
    if (outcome.seconds === undefined || inlineId !== undefined) return;
    pace.pause(chatId, new Date(at.getTime() + outcome.seconds * 1000));
  }

  async function stopPoison({ runId }: TakenRow, outcome: Outcome): Promise<void> {
    const reason = findPoison(runId, outcome);
    if (reason === undefined) return;
    tell({ type: "run paused", runId, reason });
    try {
      await pauseRun(db, runId, reason);
    } catch (error) {
      log.error({ run: runId, error: String(error) }, "a run could not be paused");
    }
  }

  async function settle(
    row: TakenRow,
    outcome: Outcome<Sent>,
    mostlyGone: boolean,
  ): Promise<Landing> {
    const { id, runId, chatId } = row;
    const at = now();
    const { landing, standing, trouble } = consequenceOf(row, outcome, {
      now: at,
      mostlyGone,
      random,
    });
    if (outcome.type !== "sent") {
      log.warn({ row: id, run: runId, chat: chatId, outcome }, "a message was not sent");
    }
    if (trouble !== undefined) tell(trouble);
    try {
      if (standing !== undefined) await parts.keepStanding(standing, at);
      return landing;
    } catch (error) {
      log.error({ chat: chatId, error: String(error) }, "a chat's standing could not be kept");
      const notBefore = new Date(at.getTime() + again);
      return { type: "again", notBefore, uncounted: true };
    }
  }

  return {
    turn,
    async settled() {
      await Promise.all([...flights.values()].map(({ end }) => end));
    },
    cut: () => cutting.abort(),
    unwritten: () => landed.length,
  };
}
