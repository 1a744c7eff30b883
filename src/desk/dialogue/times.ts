import { partialDate } from "../../content/schema/dates.ts";
import type { PartialDate, Period } from "../../domain/time/dates.ts";
import { plain, readDay } from "./answers.ts";
import { namedDate } from "./named-date.ts";

/** The time that a figure covers, or when its running total began. */
export type FigureTime = { readonly period: Period } | { readonly since: PartialDate };

const daysForm = /^(\d{1,3})\s*(?:days?|أيام|ايام|يوم|يوما|يوماً)$/i;
const sinceForm = /^(?:since|منذ)\s+/i;

/**
 * `2018-01`, «يناير 2018», two of them with "to" or «إلى», `since 2015-09`, «3 أيام»: what an editor
 * writes. A month without its year is no time.
 */
export function readTime(text: string): FigureTime | undefined {
  const words = plain(text);
  const [, counted] = daysForm.exec(words) ?? [];
  const days = Number(counted);
  if (days > 0) return { period: { type: "days", days } };
  if (sinceForm.test(words)) {
    const since = readPartial(words.replace(sinceForm, ""));
    return since === undefined ? undefined : { since };
  }
  const [first = "", last, ...more] = words.split(/\s+(?:-|–|—|إلى|الى|to)\s+/);
  const from = readPartial(first);
  const to = last === undefined ? from : readPartial(last);
  if (from === undefined || to === undefined || more.length > 0 || from > to) return undefined;
  return { period: { type: "dates", from, to } };
}

function readPartial(text: string): PartialDate | undefined {
  const date = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)
    ? text
    : (readDay(text) ?? namedDate(text));
  return date !== undefined && partialDate.safeParse(date).success ? date : undefined;
}
