import type { PartialDate } from "./dates.ts";

const msPerDay = 86_400_000;

/** Days since 1970 of the first day that a date may mean. */
export function firstDay(date: PartialDate): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/** Days since 1970 of the last day that a date may mean. */
export function lastDay(date: PartialDate): number {
  const [year = 0, month = 12, day] = date.split("-").map(Number);
  // Day 0 of the next month is the last of this one.
  const end = day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
  return end / msPerDay;
}
