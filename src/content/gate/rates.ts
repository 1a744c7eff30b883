import { firstDay, lastDay } from "../../domain/time/days.ts";
import type { Figure, Rate } from "../../domain/figure.ts";
import type { Story } from "../../domain/story.ts";
import { numbersIn } from "../../extraction/numbers.ts";
import type { Complaint } from "../problem.ts";
import { found, type FindingCode } from "./finding.ts";
import { rangeOf, type Numbers } from "./numbers.ts";

/** Rates that do not lead to their count, unless the quote shows that the source gave them so. */
export function rateComplaints(story: Story): readonly Complaint[] {
  return story.figures.flatMap((figure, index) => {
    const { rate, quote } = figure;
    if (rate === undefined || numbersIn(quote ?? "").has(rate.count)) return [];
    const flaw = flawOf(figure, rate, story);
    return flaw === undefined ? [] : [{ path: ["figures", index, "rate"], ...flaw }];
  });
}

/** How far a rate that was rounded may lead away from its count. */
const tolerance = 0.05;

function flawOf(figure: Figure, rate: Rate, story: Story): Omit<Complaint, "path"> | undefined {
  const number = rangeOf(figure.amount);
  const days = spanOf(figure, story);
  if (number === undefined || days === undefined) return undefined;
  const most = productOf(rate, days.max);
  const fewest = productOf(rate, days.min);
  const [low, high] = [number.min * (1 - tolerance), number.max * (1 + tolerance)];
  if (fewest <= high && most >= low) return undefined;
  const product = { min: Math.round(fewest), max: Math.round(most) };
  return found(codes[rate.per], { rate: rate.count, days, product, number });
}

function productOf({ count, per }: Rate, days: number): number {
  return (count * days) / daysIn[per];
}

const daysIn: Readonly<Record<Rate["per"], number>> = { day: 1, week: 7, month: 30.44 };

const codes = {
  day: "ratePerDay",
  week: "ratePerWeek",
  month: "ratePerMonth",
} as const satisfies Record<Rate["per"], FindingCode>;

/** A running total is told some time after the day at which it was closed. */
const mostLate = 31;

/** The fewest and the most days that the count may cover; undefined where no dates say so. */
function spanOf({ period, since }: Figure, { date }: Story): Numbers | undefined {
  if (period?.type === "days") return { min: period.days, max: period.days };
  if (period !== undefined) {
    const { from, to } = period;
    // "January" is all of it, "from 2015-09 to 2018-01" may begin and end within.
    const whole = lastDay(to) - firstDay(from) + 1;
    const within = Math.max(1, firstDay(to) - lastDay(from) + 1);
    return { min: from === to ? whole : within, max: whole };
  }
  if (since === undefined) return undefined;
  const fewest = firstDay(date.from) - mostLate - lastDay(since) + 1;
  return { min: Math.max(1, fewest), max: lastDay(date.to) - firstDay(since) + 1 };
}
