import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canonicalZone,
  instantOf,
  isTimeZone,
  localTime,
  offsetMinutes,
  plusDays,
} from "../../src/domain/time/time-zone.ts";
import type { LocalDate } from "../../src/domain/time/time-zone.ts";

function dateOf(text: string): LocalDate {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
}

function instant(local: string, zone: string): string | undefined {
  const [date = "", clock = ""] = local.split(" ");
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  return instantOf(dateOf(date), hour * 60 + minute, zone)?.toISOString();
}

describe("a zone's name", () => {
  it.each([
    ["Asia/Damascus", "Asia/Damascus"],
    ["asia/damascus", "Asia/Damascus"],
    ["US/Pacific", "America/Los_Angeles"],
    ["Asia/Calcutta", "Asia/Kolkata"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kiev", "Europe/Kyiv"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["Asia/Katmandu", "Asia/Kathmandu"],
    ["Etc/UTC", "UTC"],
    ["+03:00", undefined],
    ["Mars/Olympus", undefined],
    ["", undefined],
    [" Asia/Damascus", undefined],
    ["دمشق", undefined],
    ["Asia/Damascus\n", undefined],
  ])("%j is stored as %j", (name, expected) => {
    expect(canonicalZone(name)).toBe(expected);
    expect(isTimeZone(name)).toBe(expected !== undefined);
  });

  it("is canonical once and for all, for every zone there is", () => {
    for (const name of Intl.supportedValuesOf("timeZone")) {
      const zone = canonicalZone(name) ?? "none";
      expect(canonicalZone(zone)).toBe(zone);
      expect(canonicalZone(zone.toUpperCase())).toBe(zone);
    }
  });

  it("may be any text at all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(isTimeZone(text)).toBe(canonicalZone(text) !== undefined);
      }),
      { numRuns: 200 },
    );
  });
});

describe("local time", () => {
  it.each([
    ["2026-11-22T15:11:25Z", "Asia/Kathmandu", [2026, 11, 22, 20, 56, "sun"]],
    ["2026-11-22T15:11:25Z", "Asia/Damascus", [2026, 11, 22, 18, 11, "sun"]],
    ["2026-12-31T21:00:00Z", "Asia/Damascus", [2027, 1, 1, 0, 0, "fri"]],
    ["2028-02-29T12:00:00Z", "Europe/Paris", [2028, 2, 29, 13, 0, "tue"]],
    ["2026-01-15T00:00:00Z", "Australia/Lord_Howe", [2026, 1, 15, 11, 0, "thu"]],
    ["2026-07-15T00:00:00Z", "Australia/Lord_Howe", [2026, 7, 15, 10, 30, "wed"]],
    ["2026-11-01T05:59:59Z", "America/New_York", [2026, 11, 1, 1, 59, "sun"]],
    ["2026-11-01T06:00:00Z", "America/New_York", [2026, 11, 1, 1, 0, "sun"]],
    ["1900-01-01T00:00:00Z", "Europe/Paris", [1900, 1, 1, 0, 9, "mon"]],
  ])("%s in %s", (utc, zone, [year, month, day, hour, minute, weekday]) => {
    expect(localTime(new Date(utc), zone)).toEqual({ year, month, day, hour, minute, weekday });
  });

  it("knows offsets of half hours and quarters", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    expect(offsetMinutes(now, "Asia/Kathmandu")).toBe(345);
    expect(offsetMinutes(now, "Asia/Kolkata")).toBe(330);
    expect(offsetMinutes(now, "America/St_Johns")).toBe(-210);
  });

  it("counts days over months, leap days and years", () => {
    expect(plusDays(dateOf("2028-02-28"), 1)).toEqual(dateOf("2028-02-29"));
    expect(plusDays(dateOf("2027-02-28"), 1)).toEqual(dateOf("2027-03-01"));
    expect(plusDays(dateOf("2027-01-01"), -1)).toEqual(dateOf("2026-12-31"));
  });
});

describe("the instant of a local time", () => {
  it.each([
    ["on a plain day", "2026-11-22 07:30", "Asia/Damascus", "2026-11-22T04:30:00.000Z"],
    ["in a gap, at its end", "2026-03-29 02:30", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["right after a gap", "2026-03-29 03:00", "Europe/Paris", "2026-03-29T01:00:00.000Z"],
    ["twice, the first", "2026-10-25 02:30", "Europe/Paris", "2026-10-25T00:30:00.000Z"],
    ["after the second", "2026-10-25 03:00", "Europe/Paris", "2026-10-25T02:00:00.000Z"],
    ["west, in a gap", "2026-03-08 02:15", "America/New_York", "2026-03-08T07:00:00.000Z"],
    ["west, twice", "2026-11-01 01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["midnight left out", "2026-04-24 00:00", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
    ["the last hour twice", "2026-10-29 23:30", "Africa/Cairo", "2026-10-29T20:30:00.000Z"],
    [
      "half an hour left out",
      "2026-10-04 02:10",
      "Australia/Lord_Howe",
      "2026-10-03T15:30:00.000Z",
    ],
    ["half an hour twice", "2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"],
    ["the day before one left out", "2011-12-29 23:59", "Pacific/Apia", "2011-12-30T09:59:00.000Z"],
    ["a day left out", "2011-12-30 07:30", "Pacific/Apia", undefined],
    ["the first minute of it", "2011-12-30 00:00", "Pacific/Apia", undefined],
    ["the last minute of it", "2011-12-30 23:59", "Pacific/Apia", undefined],
    ["the day after", "2011-12-31 00:00", "Pacific/Apia", "2011-12-30T10:00:00.000Z"],
    ["a gap over midnight", "1919-03-30 23:45", "America/Toronto", "1919-03-31T04:30:00.000Z"],
    [
      "daylight saving kept for good",
      "2022-10-28 07:30",
      "Asia/Damascus",
      "2022-10-28T04:30:00.000Z",
    ],
    [
      "Damascus in its last winter",
      "2022-03-24 07:30",
      "Asia/Damascus",
      "2022-03-24T05:30:00.000Z",
    ],
  ])("%s", (_, local, zone, expected) => {
    expect(instant(local, zone)).toBe(expected);
  });

  it("shows that time again, or is the first after a gap, in any zone", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const day = fc.integer({ min: 0, max: 30_000 });
    const time = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(zones, day, time, (zone, day, time) => {
        const date = plusDays({ year: 1970, month: 1, day: 1 }, day);
        const wall = Date.UTC(date.year, date.month - 1, date.day, 0, time);
        expect(isRight(instantOf(date, time, zone), wall, zone)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

/** Shows that time, or is the moment of the leap over it, or lies in a date left out. */
function isRight(found: Date | undefined, wall: number, zone: string): boolean {
  if (found === undefined) return zone.startsWith("Pacific/");
  const shown = wallOf(found, zone);
  const before = wallOf(new Date(found.getTime() - 1000), zone);
  return shown === wall || (before < wall && wall < shown);
}

function wallOf(instant: Date, zone: string): number {
  const { year, month, day, hour, minute } = localTime(instant, zone);
  return Date.UTC(year, month - 1, day, hour, minute);
}
