import * as z from "zod";
import { fields, wholeNumber } from "./fields.ts";

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const partialPattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

const aDay = "a day such as 2018-02-07";
const aPartialDate = "a day, month or year such as 2018-02-07, 2018-02 or 2018";

// In a choice of ways of writing, `continue` tells that this way was meant though it is wrong.

/** A day that exists. */
export const day = z
  .string(aDay)
  .check(({ value, issues }) => {
    const message = dayPattern.test(value) ? calendarFlaw(value) : aDay;
    if (message !== undefined) {
      issues.push({ code: "custom", message, input: value, continue: message !== aDay });
    }
  })
  .meta({ pattern: dayPattern.source });

/** A bare year arrives as a number. */
export const partialDate = z
  .union([z.string().meta({ pattern: partialPattern.source }), z.int()], aPartialDate)
  .check(({ value, issues }) => {
    const message = partialPattern.test(String(value)) ? calendarFlaw(String(value)) : aPartialDate;
    if (message !== undefined) {
      issues.push({ code: "custom", message, input: value, continue: message !== aPartialDate });
    }
  });

export const storyDate = z.union(
  [
    day,
    fields({ from: day.describe("The first day."), to: day.describe("The last day, included.") }),
  ],
  `${aDay}, or from and to`,
);

export const period = z.union(
  [
    partialDate,
    fields({
      from: partialDate.optional().describe("The first day, month or year."),
      to: partialDate.optional().describe("The last day, month or year, included."),
      days: wholeNumber()
        .optional()
        .describe("The number of days, where the source gave no dates ('in three days')."),
    }).meta({ anyOf: [{ required: ["from", "to"] }, { required: ["days"] }] }),
  ],
  `${aPartialDate}; or from and to; or days`,
);

/** What is expected of a date of the right form that cannot be meant. */
function calendarFlaw(date: string): string | undefined {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  if (year < 1900 || year > 2099) return "a year from 1900 to 2099";
  if (month < 1 || month > 12) return "a month from 01 to 12";
  // Day 0 of the next month is the last of this one.
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return dayOfMonth < 1 || dayOfMonth > days
    ? `a day that exists: this month has ${days}`
    : undefined;
}

/** Whether a time that begins with one date and ends with another goes backwards. */
export function endsBeforeItBegins(from: string | number, to: string | number): boolean {
  return `${from}-01-01`.slice(0, 10) > `${to}-12-31`.slice(0, 10);
}
