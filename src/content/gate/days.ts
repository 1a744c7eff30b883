import type { DayRange } from "../../domain/dates.ts";
import { firstDay, lastDay } from "../../domain/days.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";

/** The days that a figure covers, both included, as days since 1970. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

/** As wide as the dates of the figure, or else of its story, may mean. */
export function daysOf({ period, since }: Figure, story: Story): Days {
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
