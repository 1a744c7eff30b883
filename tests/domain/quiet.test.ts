import { expect, it } from "vitest";
import { quietUntil } from "../../src/domain/time/quiet.ts";

const night = { from: 22 * 60, until: 7 * 60 };

const cases = [
  ["before midnight", "2026-11-22T21:30Z", "Europe/Paris", night, "2026-11-23T06:00"],
  ["after midnight", "2026-11-23T02:00Z", "Europe/Paris", night, "2026-11-23T06:00"],
  ["at their beginning", "2026-11-22T21:00Z", "Europe/Paris", night, "2026-11-23T06:00"],
  ["at their end", "2026-11-23T06:00Z", "Europe/Paris", night, undefined],
  ["by day", "2026-11-23T12:00Z", "Europe/Paris", night, undefined],
  ["of one day", "2026-11-23T12:30Z", "UTC", { from: 720, until: 780 }, "2026-11-23T13:00"],
  [
    "whose end the clocks leap over",
    "2026-03-29T00:30Z",
    "Europe/Paris",
    { from: 60, until: 150 },
    "2026-03-29T01:00",
  ],
  ["that are none", "2026-11-23T12:00Z", "UTC", { from: 720, until: 720 }, undefined],
] as const;

it.each(cases)("quiet hours %s", (...[, now, zone, hours, until]) => {
  expect(quietUntil(hours, zone, new Date(now))?.toISOString().slice(0, 16)).toBe(until);
});
