import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, knownAt, latenessLimit, mendedDueAt } from "../../src/domain/time/due.ts";
import type { Decision, DueRow } from "../../src/domain/time/due.ts";
import { nextDueAt, parseScheduleKey } from "../../src/domain/time/schedule.ts";
import type { Schedule } from "../../src/domain/time/schedule.ts";

function schedule(key: string): Schedule {
  const parsed = parseScheduleKey(key);
  if (parsed === undefined) throw new Error(`${key} is no schedule`);
  return parsed;
}

const morning = schedule("07:30 daily UTC");

const row: DueRow = {
  schedule: morning,
  dueAt: new Date("2026-11-22T07:30:00Z"),
  windowFrom: new Date("2026-11-21T07:30:01Z"),
};

function at(time: string): Date {
  return new Date(`${time}Z`);
}

describe("a tick", () => {
  it.each([
    ["waits until the slot", "2026-11-22T07:29:59.999", { type: "wait" }],
    [
      "runs at the slot, with what became known until now",
      "2026-11-22T07:30:00",
      {
        type: "run",
        slot: at("2026-11-22T07:30:00"),
        window: { from: row.windowFrom, until: at("2026-11-22T07:30:00") },
        nextDueAt: at("2026-11-23T07:30:00"),
      },
    ],
    [
      "runs two hours late",
      "2026-11-22T09:30:00",
      {
        type: "run",
        slot: at("2026-11-22T07:30:00"),
        window: { from: row.windowFrom, until: at("2026-11-22T09:30:00") },
        nextDueAt: at("2026-11-23T07:30:00"),
      },
    ],
    [
      "misses a slot that is later than that",
      "2026-11-22T09:30:00.001",
      { type: "missed", slot: at("2026-11-22T07:30:00"), nextDueAt: at("2026-11-23T07:30:00") },
    ],
    [
      "after a week asleep runs once, for the week",
      "2026-11-29T08:00:00",
      {
        type: "run",
        slot: at("2026-11-29T07:30:00"),
        window: { from: row.windowFrom, until: at("2026-11-29T08:00:00") },
        nextDueAt: at("2026-11-30T07:30:00"),
      },
    ],
    [
      "after a week asleep, at noon, leaves the week to the next slot",
      "2026-11-29T12:00:00",
      { type: "missed", slot: at("2026-11-29T07:30:00"), nextDueAt: at("2026-11-30T07:30:00") },
    ],
  ])("%s", (_, now, expected) => {
    expect(decide(row, at(now))).toEqual(expected);
  });

  it("runs once for slots that fall due together", () => {
    const often = schedule("07:30,07:45,08:00 daily UTC");
    const decision = decide({ ...row, schedule: often }, at("2026-11-22T08:05:00"));
    expect(decision).toMatchObject({
      type: "run",
      slot: at("2026-11-22T08:00:00"),
      nextDueAt: at("2026-11-23T07:30:00"),
    });
  });

  it("decides the same slots as one that overlaps, and waits once that is stored", () => {
    const one = decide(row, at("2026-11-22T07:30:00.200"));
    const other = decide(row, at("2026-11-22T07:31:00.100"));
    if (one.type !== "run" || other.type !== "run") throw new Error("neither waits");
    expect(other.slot).toEqual(one.slot);
    expect(other.nextDueAt).toEqual(one.nextDueAt);
    expect(decide(stored(row, one), at("2026-11-22T07:31:00.100"))).toEqual({ type: "wait" });
  });

  it("on a clock set back repeats nothing", () => {
    const after = stored(row, decide(row, at("2026-11-22T07:30:00")));
    expect(decide(after, at("2026-11-22T06:30:00"))).toEqual({ type: "wait" });
    expect(decide(after, at("2026-11-22T07:30:00"))).toEqual({ type: "wait" });
  });

  it("on a clock set forward takes what is known, and later news once it is right again", () => {
    const wrong = decide(row, at("2030-01-01T07:30:00"));
    const after = stored(row, wrong);
    const known = knownAt(at("2026-11-22T08:00:00"), after.windowFrom);
    const mended = {
      ...after,
      dueAt: mendedDueAt(morning, after.dueAt, at("2026-11-22T08:00:00")),
      latestKnown: known,
    };
    expect(mended.dueAt).toEqual(at("2026-11-23T07:30:00"));
    const decision = decide(mended, at("2026-11-23T07:30:00"));
    if (decision.type !== "run") throw new Error("the slot was due");
    expect(decision.window.from <= known && known < decision.window.until).toBe(true);
  });
});

describe("a window", () => {
  it("is empty, not turned around, where the last one ended ahead of the clock", () => {
    const ahead = at("2030-01-01T07:30:00");
    const decision = decide({ ...row, windowFrom: ahead }, at("2026-11-22T07:30:00"));
    expect(decision).toMatchObject({ type: "run", window: { from: ahead, until: ahead } });
  });
});

/** The row after a decision was stored. */
function stored(row: DueRow, decision: Decision): DueRow {
  if (decision.type === "wait") return row;
  if (decision.type === "missed") return { ...row, dueAt: decision.nextDueAt };
  return { ...row, dueAt: decision.nextDueAt, windowFrom: decision.window.until };
}

describe("the stored due date", () => {
  const now = at("2026-11-22T08:00:00");

  it.each([
    ["stays where it is a slot", "2026-11-23T07:30:00", "2026-11-23T07:30:00"],
    ["stays where the bot slept", "2026-11-15T07:30:00", "2026-11-15T07:30:00"],
    ["moves on with a zone's new rule", "2026-11-23T06:30:00", "2026-11-23T07:30:00"],
    ["moves back with a zone's new rule", "2026-11-23T08:30:00", "2026-11-23T07:30:00"],
    ["stays ahead of a clock set back an hour", "2026-11-24T07:30:00", "2026-11-24T07:30:00"],
    ["comes back from years ahead", "2030-01-02T07:30:00", "2026-11-23T07:30:00"],
  ])("%s", (_, dueAt, expected) => {
    const clock = dueAt.startsWith("2026-11-24") ? at("2026-11-23T07:00:00") : now;
    expect(mendedDueAt(morning, at(dueAt), clock)).toEqual(at(expected));
  });

  it("of any schedule that runs as it should is left alone", () => {
    const key = fc.constantFrom(
      "07:30 daily Europe/Paris",
      "00:00,12:00 mon,fri Africa/Cairo",
      "02:15 sun Australia/Lord_Howe",
    );
    const day = fc.integer({ min: 0, max: 2_000_000 });
    fc.assert(
      fc.property(key, day, (key, minutes) => {
        const now = new Date(Date.UTC(2026, 0, 1, 0, minutes));
        const due = nextDueAt(schedule(key), now);
        expect(mendedDueAt(schedule(key), due, now)).toEqual(due);
      }),
      { numRuns: 200 },
    );
  });
});

/** A step of a clock in minutes, back, forward or asleep; perhaps a story becomes known after it. */
const anyStep = fc.record({
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 }) },
    { weight: 2, arbitrary: fc.integer({ min: -600, max: 600 }) },
    { weight: 1, arbitrary: fc.integer({ min: -20_000, max: 20_000 }) },
  ),
  hasStory: fc.boolean(),
});

describe("whatever the clock does", () => {
  it("each story is in one window, no window overlaps, no slot is run twice", () => {
    const often = schedule("07:30,19:00 daily Europe/Paris");
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        let now = at("2026-03-27T12:00:00");
        let row: DueRow = { schedule: often, dueAt: nextDueAt(often, now), windowFrom: now };
        const stories: Date[] = [];
        const runs: Extract<Decision, { type: "run" }>[] = [];
        for (const { minutes, hasStory } of steps) {
          now = new Date(now.getTime() + minutes * 60_000);
          if (hasStory) {
            const known = knownAt(now, row.windowFrom);
            stories.push(known);
            const latest = Math.max(Number(known), Number(row.latestKnown ?? 0));
            row = { ...row, latestKnown: new Date(latest) };
          }
          const decision = decide(row, now);
          if (decision.type === "run") runs.push(decision);
          row = stored(row, decision);
          expect(row.dueAt > now).toBe(true);
        }
        const start = at("2026-03-27T12:00:00");
        const ends = [start, ...runs.map((run) => run.window.until)];
        expect(runs.map((run) => run.window.from)).toEqual(ends.slice(0, -1));
        expect(ends.every((end, index) => end >= (ends[index - 1] ?? end))).toBe(true);
        const slots = runs.map((run) => Number(run.slot));
        expect(slots).toEqual([...new Set(slots)].toSorted((a, b) => a - b));
        for (const story of stories) {
          const holding = runs.filter(({ window }) => story >= window.from && story < window.until);
          expect(holding.length + (story >= row.windowFrom ? 1 : 0)).toBe(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is at most two hours late", () => {
    expect(latenessLimit).toBe(2 * 60 * 60 * 1000);
  });
});
