import type { DayRange, PartialDate } from "./dates.ts";
import type { Figure } from "../figure.ts";
import type { Story } from "../story.ts";

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

/** The days that a figure covers, both included, as days since 1970. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** As wide as the dates of the figure, or else of its story, may mean. */
export function daysOf(
  { period, since }: Pick<Figure, "period" | "since">,
  story: Pick<Story, "date">,
): Days {
  const range = daysIn(story.date);
  if (since !== undefined) return { first: firstDay(since), last: range.last };
  if (period === undefined) return range;
  return period.type === "dates"
    ? daysIn(period)
    : { first: range.first - period.days + 1, last: range.last };
}

function daysIn({ from, to }: DayRange): Days {
  return { first: firstDay(from), last: lastDay(to) };
}
