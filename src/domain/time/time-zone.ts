import type { Day } from "./dates.ts";

/** Minutes since midnight on the clock of a wall, 0 to 1439. */
export type TimeOfDay = number;

/** In the order of ISO 8601; Monday is first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** A date of the calendar without a zone; `month` is 1 to 12. */
export interface LocalDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What calendar and clock show at some place. */
export interface LocalTime extends LocalDate {
  readonly hour: number;
  readonly minute: number;
  readonly weekday: Weekday;
}

const minuteLength = 60_000;
const dayLength = 86_400_000;

/** Names that the time zone database has given up, which `Intl` still answers with. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["Africa/Asmera", "Africa/Asmara"],
  ["America/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["America/Godthab", "America/Nuuk"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Atlantic/Faeroe", "Atlantic/Faroe"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
]);

/** Canonical names met so far; what people type is not kept, so it cannot grow without end. */
const canonical = new Set<string>();

/** Whether the name, in any case of letters, is a zone of the time zone database. */
export function isTimeZone(name: string): boolean {
  return canonicalZone(name) !== undefined;
}

/**
 * The one spelling under which a zone is stored: aliases (`US/Pacific`), old names and other cases
 * of letters become one name. Undefined for what is not a zone; bare offsets (`+03:00`) are not,
 * because they know no daylight saving. Any text may be given.
 */
export function canonicalZone(name: string): string | undefined {
  if (canonical.has(name)) return name;
  if (!/^[a-z][\w+/-]{1,63}$/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions();
    const zone = renamed.get(timeZone) ?? timeZone;
    canonical.add(zone);
    return zone;
  } catch {
    return undefined;
  }
}

/** Years 1 to 9999. Throws a RangeError for a zone that is none. */
export function localTime(instant: Date, zone: string): LocalTime {
  const wall = new Date(instant.getTime() + offsetAt(instant.getTime(), zone));
  return {
    ...localDateOf(wall),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    weekday: weekdayOf(wall),
  };
}

/** The difference to UTC in minutes, east positive; not whole before zones were introduced. */
export function offsetMinutes(instant: Date, zone: string): number {
  return offsetAt(instant.getTime(), zone) / minuteLength;
}

/**
 * When the clocks of a zone show this time of this date: the first instant where they show it twice
 * (autumn), the first instant after the gap where they never do (spring). Undefined where the zone
 * left the whole date out, as Samoa did with 30 December 2011. For one zone a later date and time
 * is never an earlier instant. Throws a RangeError for a zone that is none.
 */
export function instantOf(date: LocalDate, time: TimeOfDay, zone: string): Date | undefined {
  const midnight = Date.UTC(date.year, date.month - 1, date.day);
  const wall = midnight + time * minuteLength;
  // No zone is a day away from UTC, and none changes twice in two days.
  const before = offsetAt(wall - dayLength, zone);
  const after = offsetAt(wall + dayLength, zone);
  if (before === after) return new Date(wall - before);
  if (offsetAt(wall - before, zone) === before) return new Date(wall - before);
  if (offsetAt(wall - after, zone) === after) return new Date(wall - after);
  const change = changeBetween(wall - dayLength, wall + dayLength, zone);
  const isDateLeftOut = change + before <= midnight && change + after >= midnight + dayLength;
  return isDateLeftOut ? undefined : new Date(change);
}

/** A date some days later or, with a negative number, earlier. */
export function plusDays(date: LocalDate, days: number): LocalDate {
  return localDateOf(new Date(Date.UTC(date.year, date.month - 1, date.day + days)));
}

export function dayOf({ year, month, day }: LocalDate): Day {
  const [mm, dd] = [month, day].map((number) => String(number).padStart(2, "0"));
  return [String(year).padStart(4, "0"), mm, dd].join("-");
}

export function weekdayOfDate(date: LocalDate): Weekday {
  return weekdayOf(new Date(Date.UTC(date.year, date.month - 1, date.day)));
}

function localDateOf(wall: Date): LocalDate {
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

function weekdayOf(wall: Date): Weekday {
  return weekdays[(wall.getUTCDay() + 6) % 7] ?? "mon";
}

/** The first instant with the later offset, to the second; the offsets at both ends differ. */
function changeBetween(from: number, until: number, zone: string): number {
  const earlier = offsetAt(from, zone);
  let low = Math.floor(from / 1000);
  let high = Math.ceil(until / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, zone) === earlier) low = middle;
    else high = middle;
  }
  return high * 1000;
}

const datesKept = 64;

/** By zone and UTC day: the offset, or `changes` where it is another at the end of that day. */
const offsets = new Map<string, Map<number, number | "changes">>();
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds east of UTC. Most days are asked for again and again, and cost one look-up. */
function offsetAt(instant: number, zone: string): number {
  const day = Math.floor(instant / dayLength);
  const kept = offsets.get(zone)?.get(day) ?? keepDay(day, zone);
  return kept === "changes" ? readOffset(instant, zone) : kept;
}

function keepDay(day: number, zone: string): number | "changes" {
  const first = readOffset(day * dayLength, zone);
  const last = readOffset((day + 1) * dayLength, zone);
  const offset = first === last ? first : "changes";
  const ofZone = offsets.get(zone) ?? new Map<number, number | "changes">();
  if (ofZone.size >= datesKept) ofZone.clear();
  offsets.set(zone, ofZone.set(day, offset));
  return offset;
}

function readOffset(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const shown = formatterOf(zone).format(whole).match(/\d+/g) ?? [];
  const [month = 1, day = 1, year = 1, hour = 0, minute = 0, second = 0] = shown.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const kept = formatters.get(zone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}
