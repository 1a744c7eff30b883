import { expect, it } from "vitest";
import { quietUntil } from "../../src/domain/quiet.ts";

const night = { from: 22 * 60, until: 7 * 60 };

it.each([
  ["before midnight", "2026-11-22T21:30:00Z", "Europe/Paris", night, "2026-11-23T06:00:00.000Z"],
  ["after midnight", "2026-11-23T02:00:00Z", "Europe/Paris", night, "2026-11-23T06:00:00.000Z"],
  ["at their beginning", "2026-11-22T21:00:00Z", "Europe/Paris", night, "2026-11-23T06:00:00.000Z"],
  ["at their end", "2026-11-23T06:00:00Z", "Europe/Paris", night, undefined],
  ["by day", "2026-11-23T12:00:00Z", "Europe/Paris", night, undefined],
  [
    "of one day",
    "2026-11-23T12:30:00Z",
    "UTC",
    { from: 720, until: 780 },
    "2026-11-23T13:00:00.000Z",
  ],
  [
    "whose end the clocks leap over",
    "2026-03-29T00:30:00Z",
    "Europe/Paris",
    { from: 60, until: 150 },
    "2026-03-29T01:00:00.000Z",
  ],
  ["that are none", "2026-11-23T12:00:00Z", "UTC", { from: 720, until: 720 }, undefined],
])("quiet hours %s", (_, now, zone, hours, until) => {
  expect(quietUntil(hours, zone, new Date(now))?.toISOString()).toBe(until);
});
