import {
  canonicalZone,
  instantOf,
  localTime,
  plusDays,
  weekdayOfDate,
  weekdays,
} from "./time-zone.ts";
import type { LocalDate, TimeOfDay, Weekday } from "./time-zone.ts";

/** Some days are one to six of the week, in its order; all seven are `daily`, one is weekly. */
export type Days =
  | { readonly type: "daily" }
  | { readonly type: "weekdays"; readonly days: readonly Weekday[] };

/**
 * When a digest is due, in local time. Made by `createSchedule` or `parseScheduleKey` alone, so that
 * two schedules that mean the same have the same key.
 */
export interface Schedule {
  /** One to eight, sorted, each once. */
  readonly times: readonly TimeOfDay[];
  readonly days: Days;
  /** In its canonical spelling. */
  readonly zone: string;
}

export const maxTimes = 8;

const daily: Days = { type: "daily" };

/** The longest that `nextDueAt` looks ahead: a weekly day that the zone once left out. */
const reach = 15;

/** Sorts and drops doubles. Undefined where there are no or too many times, no days, or no zone. */
export function createSchedule(
  times: readonly TimeOfDay[],
  days: Days,
  zone: string,
): Schedule | undefined {
  const sorted = [...new Set(times)].toSorted((a, b) => a - b);
  const canonical = canonicalZone(zone);
  const areTimes = sorted.every((time) => Number.isInteger(time) && time >= 0 && time < 1440);
  if (!areTimes || sorted.length === 0 || sorted.length > maxTimes) return undefined;
  if (canonical === undefined) return undefined;
  const chosen = days.type === "daily" ? daily : daysOf(days.days);
  return chosen && { times: sorted, days: chosen, zone: canonical };
}

/** Days in any order and number as `Days`; undefined for none. */
export function daysOf(days: Iterable<Weekday>): Days | undefined {
  const chosen = new Set(days);
  if (chosen.size === weekdays.length) return daily;
  const ordered = weekdays.filter((day) => chosen.has(day));
  return ordered.length === 0 ? undefined : { type: "weekdays", days: ordered };
}

/**
 * The first slot strictly after an instant. Each due local date and time is one slot: a time that
 * the clocks show twice is due the first time only; one that they leap over is due at the end of
 * the gap, together with any other time of the schedule there; a date that the zone left out has none.
 */
export function nextDueAt(schedule: Schedule, after: Date): Date {
  let date: LocalDate = localTime(after, schedule.zone);
  for (let ahead = 0; ahead <= reach; ahead += 1) {
    const slot = slotsOf(schedule, date).find((slot) => slot > after);
    if (slot !== undefined) return slot;
    date = plusDays(date, 1);
  }
  throw new RangeError(`${scheduleKey(schedule)} is never due`);
}

/** The last slot strictly before an instant; the same slots as those of `nextDueAt`. */
export function previousDueAt(schedule: Schedule, before: Date): Date {
  // Clocks set back over midnight show yesterday when slots of today have passed.
  let date = plusDays(localTime(before, schedule.zone), 1);
  for (let back = 0; back <= reach + 1; back += 1) {
    const slot = slotsOf(schedule, date).findLast((slot) => slot < before);
    if (slot !== undefined) return slot;
    date = plusDays(date, -1);
  }
  throw new RangeError(`${scheduleKey(schedule)} was never due`);
}

function slotsOf(schedule: Schedule, date: LocalDate): readonly Date[] {
  const { times, days, zone } = schedule;
  if (days.type === "weekdays" && !days.days.includes(weekdayOfDate(date))) return [];
  return times.map((time) => instantOf(date, time, zone)).filter((slot) => slot !== undefined);
}

/** The name of a shared row: `07:30,19:00 daily Asia/Damascus`, `07:30 sun,wed Europe/Paris`. */
export function scheduleKey({ times, days, zone }: Schedule): string {
  // The week of a key begins on Monday, as `weekdays` does.
  const chosen = days.type === "daily" ? "daily" : days.days.join(",");
  return `${times.map(clockOf).join(",")} ${chosen} ${zone}`;
}

/** Reads a key back. Undefined for any other text; never throws. */
export function parseScheduleKey(key: string): Schedule | undefined {
  const [times, days, zone, ...more] = key.length <= 200 ? key.split(" ") : [];
  if (times === undefined || days === undefined || zone === undefined) return undefined;
  const chosen = days === "daily" ? daily : weekdaysOf(days.split(","));
  const minutes = times.split(",").map(minutesOf);
  if (more.length > 0 || chosen === undefined) return undefined;
  return createSchedule(minutes, chosen, zone);
}

function weekdaysOf(names: readonly string[]): Days | undefined {
  const days = names.map((name) => weekdays.find((day) => day === name));
  const known = days.filter((day) => day !== undefined);
  return known.length === names.length ? daysOf(known) : undefined;
}

/** `07:30`, in Western digits. */
export function clockOf(time: TimeOfDay): string {
  const hour = String(Math.floor(time / 60)).padStart(2, "0");
  return `${hour}:${String(time % 60).padStart(2, "0")}`;
}

/** NaN for what is not `hh:mm` of a day. */
function minutesOf(clock: string): number {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
  return Number(hour) * 60 + Number(minute);
}
