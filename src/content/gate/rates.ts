import type { Figure, Rate } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { numbersIn } from "../../extraction/numbers.ts";
import type { Complaint } from "../problem.ts";
import { firstDay, lastDay } from "./days.ts";
import { rangeOf, type Numbers } from "./numbers.ts";

/** Rates that do not lead to their count, unless the quote shows that the source gave them so. */
export function rateComplaints(story: Story): readonly Complaint[] {
  return story.figures.flatMap((figure, index) => {
    const { rate, quote } = figure;
    if (rate === undefined || numbersIn(quote ?? "").has(rate.count)) return [];
    const text = flawOf(figure, rate, story);
    const mend =
      "correct the count, the rate or the dates; where the source says both, let the quote hold the rate";
    return text === undefined ? [] : [{ path: ["figures", index, "rate"], text, mend }];
  });
}

/** How far a rate that was rounded may lead away from its count. */
const tolerance = 0.05;

function flawOf(figure: Figure, rate: Rate, story: Story): string | undefined {
  const numbers = rangeOf(figure.amount);
  const span = spanOf(figure, story);
  if (numbers === undefined || span === undefined) return undefined;
  const [fewest, most] = span.map((days) => (rate.count * days) / daysIn[rate.per]);
  const [low, high] = [numbers.min * (1 - tolerance), numbers.max * (1 + tolerance)];
  if (fewest === undefined || most === undefined || (fewest <= high && most >= low)) {
    return undefined;
  }
  const [from, to] = [fewest, most].map(Math.round);
  const product = from === to ? String(from) : `${from} to ${to}`;
  const days = span[0] === span[1] ? String(span[0]) : `${span[0]} to ${span[1]}`;
  return `${rate.count} a ${rate.per} in ${days} days make ${product}, not ${shownNumber(numbers)}`;
}

const daysIn: Readonly<Record<Rate["per"], number>> = { day: 1, week: 7, month: 30.44 };

function shownNumber({ min, max }: Numbers): string {
  return min === max ? String(min) : `${min} to ${max}`;
}

/** A running total is told some time after the day at which it was closed. */
const mostLate = 31;

/** The fewest and the most days that the count may cover; undefined where no dates say so. */
function spanOf(
  { period, since }: Figure,
  { date }: Story,
): readonly [fewest: number, most: number] | undefined {
  if (period?.type === "days") return [period.days, period.days];
  if (period !== undefined) {
    const { from, to } = period;
    // "January" is all of it, "from 2015-09 to 2018-01" may begin and end within.
    const whole = lastDay(to) - firstDay(from) + 1;
    return [from === to ? whole : Math.max(1, firstDay(to) - lastDay(from) + 1), whole];
  }
  if (since === undefined) return undefined;
  const fewest = firstDay(date.from) - mostLate - lastDay(since) + 1;
  return [Math.max(1, fewest), lastDay(date.to) - firstDay(since) + 1];
}
