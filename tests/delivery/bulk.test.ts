import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBulk, sharePace } from "../../src/delivery/bulk.ts";
import { createPace } from "../../src/delivery/pace.ts";

const start = Date.parse("2026-11-22T07:00:00Z");

function at(ms: number): Date {
  return new Date(start + ms);
}

/** A number from 0 to 1 for a step, the same for the same seed. */
function noise(seed: number, step: number): number {
  const mixed = Math.imul((seed ^ (step * 0x9e3779b9)) >>> 0, 0x85ebca6b) >>> 0;
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

interface Way {
  /** Milliseconds that a request takes at least, and what may be added to it. */
  readonly base: number;
  readonly jitter: number;
  /** Where on its way Telegram counts it, from 0 to 1. */
  readonly counted: number;
  /** Every five seconds nothing moves for so many milliseconds; all of that is counted after. */
  readonly stall: number;
  /** Milliseconds by which timers are late, at most. */
  readonly late: number;
  /** Answers to people in a second. */
  readonly answers: number;
  readonly seed: number;
}

interface Flight {
  readonly from: number;
  readonly landsAt: number;
}

/** Sends for so many seconds and gives the times at which Telegram counted something. */
function simulate(way: Way, seconds: number): { arrivals: number[]; sent: number } {
  const bulk = createBulk({ rate: 28, random: () => 0 });
  const arrivals: number[] = [];
  let flights: readonly Flight[] = [];
  let sent = 0;
  let answered = 0;
  let wakeAt = 0;

  function takeOff(now: number): void {
    sent += 1;
    const took = way.base + way.jitter * noise(way.seed, sent);
    const stallEnds = now - (now % 5000) + way.stall;
    const counted = Math.max(now + took * way.counted, stallEnds);
    arrivals.push(counted);
    flights = [...flights, { from: now, landsAt: Math.max(now + took, counted) }];
    bulk.took(at(now));
  }

  for (let now = 0; now < seconds * 1000; now += 1) {
    const landed = flights.filter(({ landsAt }) => landsAt <= now);
    flights = flights.filter(({ landsAt }) => landsAt > now);
    for (const { from } of landed) bulk.landed(at(from), at(now));
    if (answered < (now / 1000) * way.answers) {
      answered += 1;
      bulk.answered(at(now));
      arrivals.push(now);
    }
    if (now < wakeAt && landed.length === 0) continue;
    const room = Math.min(bulk.room(at(now)), bulk.flights() - flights.length);
    for (let index = 0; index < room; index += 1) takeOff(now);
    wakeAt = now + bulk.wait(at(now)) + way.late * noise(way.seed + 1, now);
  }
  return { arrivals: arrivals.toSorted((one, other) => one - other), sent };
}

const straight: Way = {
  base: 3,
  jitter: 10,
  counted: 0.5,
  stall: 0,
  late: 15,
  answers: 0,
  seed: 7,
};

/** The most that Telegram counted in any second. */
function mostInASecond(arrivals: readonly number[]): number {
  let first = 0;
  let most = 0;
  for (const [index, time] of arrivals.entries()) {
    while ((arrivals[first] ?? 0) <= time - 1000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

describe("the pace of a broadcast", () => {
  it("never has more than 30 in a second, whatever the way there is like", () => {
    const way = fc.record({
      base: fc.integer({ min: 1, max: 20 }),
      jitter: fc.integer({ min: 0, max: 20 }),
      counted: fc.double({ min: 0, max: 1, noNaN: true }),
      stall: fc.integer({ min: 0, max: 400 }),
      late: fc.integer({ min: 0, max: 100 }),
      answers: fc.constant(0),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(way, (given) => {
        expect(mostInASecond(simulate(given, 12).arrivals)).toBeLessThanOrEqual(30);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps at least 97 % of its rate, though timers are late", () => {
    expect(simulate(straight, 60).sent).toBeGreaterThanOrEqual(28 * 60 * 0.97);
  });

  it("keeps most of it where Telegram takes a quarter of a second to answer", () => {
    const way = { ...straight, base: 230, jitter: 40 };
    expect(simulate(way, 60).sent).toBeGreaterThanOrEqual(28 * 60 * 0.95);
  });

  it("leaves answers their share, and stays below the limit with them", () => {
    const { arrivals, sent } = simulate({ ...straight, answers: 10, late: 2 }, 60);
    expect(sent).toBeGreaterThan(17 * 60);
    expect(sent).toBeLessThan(19 * 60);
    expect(mostInASecond(arrivals)).toBeLessThanOrEqual(30);
  });

  it("counts answers by the pace that they share", () => {
    const bulk = createBulk({ rate: 28 });
    const shared = sharePace(createPace(), bulk);
    for (let chatId = 1; chatId <= 28; chatId += 1) {
      shared.took({ type: "send", chatId, isGroup: false }, at(0));
    }
    expect(bulk.room(at(0))).toBe(0);
    expect(bulk.wait(at(0))).toBeGreaterThan(400);
    expect(shared.ready({ type: "send", chatId: 1, isGroup: false }, at(0))).toBe(0);
  });

  it("grows back by a message a second each second after it was halved", () => {
    const bulk = createBulk({ rate: 28, random: () => 0 });
    bulk.refused(1, 3, at(0));
    bulk.refused(1, 3, at(100));
    expect(bulk.rate()).toBe(28);
    bulk.refused(2, 3, at(200));
    expect(bulk.rate()).toBe(14);
    expect(bulk.wait(at(200))).toBe(3000);
    for (let sent = 0; sent < 14; sent += 1) bulk.sent();
    expect(bulk.rate()).toBeGreaterThan(14.9);
    for (let sent = 0; sent < 400; sent += 1) bulk.sent();
    expect(bulk.rate()).toBe(28);
  });

  it("is halved once by those that were in flight together", () => {
    const bulk = createBulk({ rate: 28, random: () => 0 });
    for (let chatId = 1; chatId <= 10; chatId += 1) bulk.refused(chatId, 5, at(chatId));
    expect(bulk.rate()).toBe(14);
  });

  it("has more in flight only where the rate and the latency need it", () => {
    const slow = createBulk({ rate: 28 });
    const quick = createBulk({ rate: 1000, paid: true });
    for (let index = 0; index < 500; index += 1) {
      for (const bulk of [slow, quick]) {
        bulk.took(at(index));
        bulk.landed(at(index), at(index + 100));
      }
    }
    expect(slow.flights()).toBe(10);
    expect(quick.flights()).toBeGreaterThan(140);
  });

  it("survives a clock that is set back, and one that is set forward", () => {
    const bulk = createBulk({ rate: 28 });
    for (let index = 0; index < 28; index += 1) bulk.took(at(3_600_000));
    for (let index = 0; index < 28; index += 1) bulk.landed(at(3_600_000), at(3_600_001));
    expect(bulk.wait(at(0))).toBeLessThanOrEqual(5000);
    expect(bulk.room(at(10_000_000))).toBeGreaterThan(0);
  });
});

describe("an answer during a broadcast", () => {
  it("waits for its place in a second that is full, and not where none is broadcast", () => {
    const bulk = createBulk({ rate: 28 });
    const answers = sharePace(createPace(), bulk);
    const sending = { type: "send", chatId: 7, isGroup: false } as const;
    for (let number = 0; number < 28; number += 1) {
      bulk.took(at(number * 30));
      bulk.landed(at(number * 30), at(number * 30));
    }
    expect(answers.ready(sending, at(900))).toBe(0);
    answers.took({ ...sending, chatId: 8 }, at(900));
    expect(bulk.room(at(900)), "the last place is not for bulk").toBe(0);
    answers.took({ ...sending, chatId: 9 }, at(900));
    expect(answers.ready(sending, at(900))).toBe(120);
    expect(answers.ready(sending, at(1020))).toBe(0);
    for (let chatId = 10; chatId < 60; chatId += 1) answers.took({ ...sending, chatId }, at(2000));
    expect(answers.ready(sending, at(2000))).toBe(0);
  });
});
