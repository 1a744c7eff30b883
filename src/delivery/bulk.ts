import { backoff } from "./backoff.ts";
import type { Pace } from "./pace.ts";

/** How many messages may go over all chats. Arithmetic only: nothing here waits. */
export interface Bulk {
  /** How many may go now. */
  readonly room: (now: Date) => number;
  /** Milliseconds until one may go; Infinity where an answer of Telegram is waited for. */
  readonly wait: (now: Date) => number;
  /** How many may be in flight: what the pace needs at the latency that is usual. */
  readonly flights: () => number;
  /** Whether what goes now is to be paid for. */
  readonly paid: () => boolean;
  /** One goes now. */
  readonly took: (now: Date) => void;
  /** There was nothing more to go. */
  readonly rest: () => void;
  /** Its answer is there. */
  readonly landed: (tookAt: Date, now: Date) => void;
  /**
   * Milliseconds until an answer to a person is not one too many for Telegram: a few where messages
   * of ours have just filled the second, 0 where none went in it.
   */
  readonly waitToAnswer: (now: Date) => number;
  /** An answer to a person went. */
  readonly answered: (now: Date) => void;
  /** A message was sent: the pace grows back. */
  readonly sent: () => void;
  /** Telegram refused with 429, for so many seconds where it said so. */
  readonly refused: (chatId: number, seconds: number | undefined, now: Date) => void;
  /** There are no Stars for a paid pace: from now on the free one. */
  readonly unpaid: () => void;
  /** Messages a second, as things stand. */
  readonly rate: () => number;
}

/** What Telegram lets through in any second, without Stars and with them. */
const freeLimit = 30;
const paidLimit = 1000;
const freeRate = 28;

/** The way to Telegram is not always equally long: a little more than its second. */
const second = 1020;

/** Of what Telegram lets through, for the next answer. */
const kept = 1;

/** What timers were late, so many milliseconds, is caught up with; time without work is not. */
const catchUp = 500;

/**
 * Telegram counts a request somewhere on its way. On a short way it is taken to be at the very end;
 * a long one is not worth so much of the rate. How long it is says the quickest answer of late: in
 * the others is waiting, here or there, and where they waited nobody knows.
 */
const shortWay = 30;

/** A way that has become longer is believed to be so by a millisecond in so many. */
const leastRise = 1000;

/** One stall is not what is usual: milliseconds that one late answer makes of a difference. */
const mostRise = 1.5;

/** Without a word of Telegram's the lane is closed no longer than this, in milliseconds. */
const longest = 60_000;

/** However often Telegram refused, one message in so many milliseconds is tried. */
const slowest = 5000;

/** However slow the answers are not, so many may be in flight. */
const fewFlights = 10;

/** From one turn to the next: milliseconds in which what was to go before is not in flight. */
const betweenTurns = 25;

export interface BulkOptions {
  /** Messages a second. */
  readonly rate: number;
  /** Whether Stars may be spent on what is above the free rate. */
  readonly paid?: boolean;
  readonly random?: () => number;
}

/**
 * An even pace, less what answers take, of which no second holds more than Telegram's limit. When a
 * request arrives there is known only by its answer: until that has come it counts as arriving
 * now, and one whose answer was late counts as late.
 */
export function createBulk(options: BulkOptions): Bulk {
  let { rate: most, paid = false } = options;
  let rate = most;
  let dueAt = -Infinity;
  let closedUntil = -Infinity;
  let flying = 0;
  let usual = 0;
  let least = Infinity;
  let leastAt = 0;
  let lastAt = -Infinity;
  let resting = true;
  let silentRefusals = 0;
  /** Unix milliseconds, oldest first. */
  let arrivals: number[] = [];
  let refusals: { readonly at: number; readonly chatId: number; readonly seconds: number }[] = [];

  function limit(): number {
    return paid ? paidLimit : freeLimit;
  }

  /** A clock that was set back makes nobody wait longer than the second. */
  function settle(at: number): void {
    dueAt = Math.min(Math.max(dueAt, at - catchUp), at + slowest);
    if (closedUntil > at + longest) closedUntil = -Infinity;
    const isOver = (time: number | undefined): boolean =>
      time !== undefined && (time <= at - second || time > at);
    if (isOver(arrivals[0]) || isOver(arrivals.at(-1))) {
      arrivals = arrivals.filter((time) => !isOver(time));
    }
  }

  /** They are kept in order, and nearly come in it. */
  function arrive(time: number): void {
    const place = arrivals.findLastIndex((other) => other <= time) + 1;
    arrivals.splice(place, 0, time);
  }

  /** When so many of the second are gone that there is room below `most`. */
  function roomAt(most: number, at: number): number {
    const over = flying + arrivals.length - most;
    return over < 0 ? at : (arrivals[over] ?? Infinity) + second;
  }

  function count(at: number): void {
    settle(at);
    dueAt = Math.min(dueAt + 1000 / rate, at + Math.max(1000, 1000 / rate));
  }

  /** Those that were in flight when the lane was closed say nothing new. */
  function slowDown(at: number, ms: number): void {
    if (at >= closedUntil) rate = Math.max(rate / 2, 1000 / slowest);
    closedUntil = Math.max(closedUntil, at + Math.min(ms, longest));
  }

  return {
    room(now) {
      const at = now.getTime();
      settle(at);
      if (resting) dueAt = Math.max(dueAt, at);
      if (at < closedUntil || at < dueAt) return 0;
      const even = Math.floor(((at - dueAt) * rate) / 1000) + 1;
      return Math.max(0, Math.min(even, limit() - kept - flying - arrivals.length));
    },
    wait(now) {
      const at = now.getTime();
      settle(at);
      return Math.max(0, closedUntil - at, dueAt - at, roomAt(limit() - kept, at) - at);
    },
    flights() {
      const needed = Math.ceil(((usual + betweenTurns) / 1000) * rate * 1.5);
      return Math.min(Math.max(fewFlights, needed), Math.max(fewFlights, Math.ceil(most * 0.3)));
    },
    paid: () => paid,
    took(now) {
      count(now.getTime());
      flying += 1;
      lastAt = now.getTime();
      resting = false;
    },
    rest() {
      resting = true;
    },
    landed(tookAt, now) {
      const at = now.getTime();
      const latency = Math.max(0, at - tookAt.getTime());
      usual += Math.min(mostRise, (latency - usual) / 20);
      least = Math.min(latency, least + Math.max(0, at - leastAt) / leastRise);
      leastAt = at;
      flying -= 1;
      arrive(Math.max(tookAt.getTime(), at - Math.max(0, Math.min(usual, least) - shortWay)));
    },
    waitToAnswer(now) {
      const at = now.getTime();
      if (Math.abs(at - lastAt) > second) return 0;
      settle(at);
      return Math.min(second, Math.max(0, roomAt(limit(), at) - at));
    },
    answered(now) {
      count(now.getTime());
      arrive(now.getTime());
    },
    sent() {
      silentRefusals = 0;
      rate = Math.min(most, rate + 1 / rate);
    },
    refused(chatId, seconds, now) {
      const at = now.getTime();
      if (seconds === undefined) {
        slowDown(at, backoff(silentRefusals, options.random));
        silentRefusals += 1;
        return;
      }
      const recent = refusals.filter((other) => Math.abs(at - other.at) <= 1000);
      refusals = [...recent, { at, chatId, seconds }];
      if (recent.every((other) => other.chatId === chatId)) return;
      slowDown(at, Math.min(...refusals.map((refusal) => refusal.seconds)) * 1000);
    },
    unpaid() {
      paid = false;
      most = Math.min(most, freeRate);
      rate = Math.min(rate, most);
    },
    rate: () => rate,
  };
}

/** The pace of answers: as `pace`, and bulk leaves them their share of each second. */
export function sharePace(pace: Pace, bulk: Bulk): Pace {
  return {
    ...pace,
    ready: (sending, now) => Math.max(pace.ready(sending, now), bulk.waitToAnswer(now)),
    took(sending, now) {
      pace.took(sending, now);
      bulk.answered(now);
    },
  };
}
