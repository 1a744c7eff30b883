import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clockOf,
  createSchedule,
  daysOf,
  nextDueAt,
  parseScheduleKey,
  previousDueAt,
  scheduleKey,
} from "../../src/domain/time/schedule.ts";
import type { Schedule } from "../../src/domain/time/schedule.ts";
import { canonicalZone, weekdays } from "../../src/domain/time/time-zone.ts";

function schedule(key: string): Schedule {
  const parsed = parseScheduleKey(key);
  if (parsed === undefined) throw new Error(`${key} is no schedule`);
  return parsed;
}

const zones = [...new Set(Intl.supportedValuesOf("timeZone").map((name) => canonicalZone(name)))];

const anySchedule = fc
  .record({
    times: fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 8 }),
    days: fc.subarray([...weekdays], { minLength: 1 }),
    zone: fc.constantFrom(...zones.filter((zone) => zone !== undefined)),
  })
  .map(({ times, days, zone }) => createSchedule(times, daysOf(days) ?? { type: "daily" }, zone))
  .filter((made) => made !== undefined);

const anyInstant = fc.date({
  min: new Date("1971-01-01T00:00:00Z"),
  max: new Date("2060-01-01T00:00:00Z"),
  noInvalidDate: true,
});

describe("the next slot", () => {
  it.each([
    ["today", "07:30 daily Asia/Damascus", "2026-11-22T04:29:59.999Z", "2026-11-22T04:30:00.000Z"],
    [
      "is strictly after",
      "07:30 daily Asia/Damascus",
      "2026-11-22T04:30:00Z",
      "2026-11-23T04:30:00.000Z",
    ],
    [
      "the second of a day",
      "07:30,19:00 daily UTC",
      "2026-11-22T07:30:00Z",
      "2026-11-22T19:00:00.000Z",
    ],
    [
      "on the next chosen day",
      "09:00 wed,sun UTC",
      "2026-11-22T09:00:00Z",
      "2026-11-25T09:00:00.000Z",
    ],
    ["once a week", "09:00 fri UTC", "2026-11-27T09:00:00Z", "2026-12-04T09:00:00.000Z"],
    [
      "in the new year",
      "00:00 daily Asia/Damascus",
      "2026-12-31T20:59:00Z",
      "2026-12-31T21:00:00.000Z",
    ],
    ["on a leap day", "08:00 daily UTC", "2028-02-28T08:00:00Z", "2028-02-29T08:00:00.000Z"],
    ["after a leap day", "08:00 daily UTC", "2028-02-29T08:00:00Z", "2028-03-01T08:00:00.000Z"],
    ["in a gap", "02:30 daily Europe/Paris", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00.000Z"],
    [
      "not in the hour again",
      "02:30 daily Europe/Paris",
      "2026-10-25T00:30:00Z",
      "2026-10-26T01:30:00.000Z",
    ],
    [
      "not on a day left out",
      "07:30 daily Pacific/Apia",
      "2011-12-29T17:30:00Z",
      "2011-12-30T17:30:00.000Z",
    ],
    [
      "a week after one left out",
      "07:30 fri Pacific/Apia",
      "2011-12-24T00:00:00Z",
      "2012-01-05T17:30:00.000Z",
    ],
    // A clock over midnight: half past eleven comes twice, then the next day begins.
    [
      "the last hour twice",
      "00:00,23:30 daily Africa/Cairo",
      "2026-10-29T20:30:00Z",
      "2026-10-29T22:00:00.000Z",
    ],
  ])("%s", (_, key, after, expected) => {
    const next = nextDueAt(schedule(key), new Date(after));
    expect(next.toISOString()).toBe(expected);
  });

  it("falls together for times inside one gap", () => {
    const gap = schedule("02:10,02:50,03:00 daily Europe/Paris");
    const first = nextDueAt(gap, new Date("2026-03-28T12:00:00Z"));
    expect(first.toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(nextDueAt(gap, first).toISOString()).toBe("2026-03-30T00:10:00.000Z");
  });

  it("is after, and nothing lies between it and the one before, in any schedule", () => {
    fc.assert(
      fc.property(anySchedule, anyInstant, (schedule, after) => {
        const next = nextDueAt(schedule, after);
        expect(next > after).toBe(true);
        const previous = previousDueAt(schedule, next);
        expect(previous <= after).toBe(true);
        expect(nextDueAt(schedule, previous)).toEqual(next);
      }),
      { numRuns: 300 },
    );
  });
});

describe("clocks set back over midnight", () => {
  const midnight = schedule("00:00 daily America/St_Johns");
  const first = new Date("2010-11-07T02:30:00Z");
  const eveningAgain = new Date("2010-11-07T02:45:00Z");

  it("leave the slot of the new day behind, though they show the old one", () => {
    expect(previousDueAt(midnight, eveningAgain)).toEqual(first);
  });

  it("do not make midnight due again", () => {
    expect(nextDueAt(midnight, eveningAgain)).toEqual(new Date("2010-11-08T03:30:00Z"));
  });
});

/** What the clocks of a zone show at each half hour of a year and some days around, by `Intl` alone. */
function* halfHours(year: number, zone: string): Generator<readonly [string, Date]> {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
  });
  const end = Date.UTC(year + 1, 0, 4);
  for (let at = Date.UTC(year - 1, 11, 29); at < end; at += 1_800_000) {
    yield [format.format(at), new Date(at)];
  }
}

/** The slots that a schedule should have, found by watching the clocks for a year. */
function watched({ times, zone }: Schedule, year: number): readonly number[] {
  const shown = [...halfHours(year, zone)];
  const first = new Map<string, number>();
  for (const [clock, at] of shown) if (!first.has(clock)) first.set(clock, at.getTime());
  const ordered = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const dates = new Set(shown.map(([clock]) => clock.slice(0, 10)).slice(100, -100));
  const wanted = [...dates].flatMap((date) => times.map((time) => `${date} ${clockOf(time)}`));
  const slots = wanted.map((clock) => ordered.find(([seen]) => seen >= clock)?.[1] ?? Number.NaN);
  return [...new Set(slots)];
}

describe("a year of slots", () => {
  it.each([
    ["Europe/Paris", 2026],
    ["Africa/Cairo", 2026],
    ["Asia/Damascus", 2022],
    ["Asia/Damascus", 2026],
    ["America/New_York", 2028],
    ["Australia/Lord_Howe", 2026],
    ["Pacific/Apia", 2011],
    ["Africa/Casablanca", 2026],
  ])("in %s in %i has each date and time once, forwards and backwards", (zone, year) => {
    const tested = schedule(`00:00,01:30,02:00,02:30,03:00,07:30,23:30 daily ${zone}`);
    const expected = watched(tested, year);
    const first = new Date(expected[0] ?? 0);
    const forwards = [first];
    while (forwards.length < expected.length) {
      forwards.push(nextDueAt(tested, forwards.at(-1) ?? first));
    }
    expect(forwards.map(Number)).toEqual(expected);
    const backwards = [forwards.at(-1) ?? first];
    while (backwards.length < expected.length) {
      backwards.push(previousDueAt(tested, backwards.at(-1) ?? first));
    }
    expect(backwards.map(Number).toReversed()).toEqual(expected);
  });
});

describe("the key of a schedule", () => {
  it("is the same for all that mean the same", () => {
    const keys = [
      createSchedule([1140, 450, 450], { type: "weekdays", days: ["sun", "wed"] }, "Asia/Calcutta"),
      createSchedule([450, 1140], { type: "weekdays", days: ["wed", "sun"] }, "asia/kolkata"),
    ].map((made) => made && scheduleKey(made));
    expect(keys).toEqual(Array(2).fill("07:30,19:00 wed,sun Asia/Kolkata"));
  });

  it("of all seven days is daily", () => {
    const made = createSchedule([0], { type: "weekdays", days: weekdays }, "UTC");
    expect(made && scheduleKey(made)).toBe("00:00 daily UTC");
  });

  it("reads back to the same schedule", () => {
    fc.assert(
      fc.property(anySchedule, (schedule) => {
        expect(parseScheduleKey(scheduleKey(schedule))).toEqual(schedule);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    "",
    "07:30 daily",
    "07:30 daily Asia/Damascus more",
    "7:30 daily UTC",
    "24:00 daily UTC",
    "07:60 daily UTC",
    "07:30, daily UTC",
    "07:30  UTC",
    "07:30 fri,fry UTC",
    "07:30 daily Mars/Olympus",
    "00:00,00:01,00:02,00:03,00:04,00:05,00:06,00:07,00:08 daily UTC",
    `${"07:30,".repeat(90)}07:30 daily UTC`,
  ])("is not %j", (key) => {
    expect(parseScheduleKey(key)).toBeUndefined();
  });

  it("is read from any text without harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(parseScheduleKey(text)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
  });

  it("cannot be made of no time, a wrong time, no day or no zone", () => {
    expect(createSchedule([], { type: "daily" }, "UTC")).toBeUndefined();
    expect(createSchedule([1440], { type: "daily" }, "UTC")).toBeUndefined();
    expect(createSchedule([1.5], { type: "daily" }, "UTC")).toBeUndefined();
    expect(createSchedule([0], { type: "weekdays", days: [] }, "UTC")).toBeUndefined();
    expect(createSchedule([0], { type: "daily" }, "Nowhere")).toBeUndefined();
  });
});
