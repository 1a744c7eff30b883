import type { DayRange, Period } from "../../domain/time/dates.ts";
import { complaint, conflict } from "./complaints.ts";
import type { Complaint } from "../problem.ts";
import { endsBeforeItBegins } from "../schema/dates.ts";
import type { FigureFields } from "../schema/figure.ts";
import type { StoryFields } from "../schema/story.ts";

/** Undefined where the fields do not say exactly one time, see `periodComplaints`. */
export function toPeriod(period: FigureFields["period"]): Period | undefined {
  if (period === undefined) return undefined;
  if (typeof period !== "object") return dates(period, period);
  const { from, to, days } = period;
  if (days !== undefined) return { type: "days", days };
  return from === undefined || to === undefined ? undefined : dates(from, to);
}

/** A bare year arrives as a number. */
function dates(from: string | number, to: string | number): Period {
  return { type: "dates", from: String(from), to: String(to) };
}

export function periodComplaints({ period, since }: FigureFields): readonly Complaint[] {
  if (period === undefined) return [];
  const both =
    since === undefined ? [] : [conflict(["since"], "since and period: expected one of them")];
  return typeof period === "object" ? [...both, ...rangeComplaints(period)] : both;
}

function rangeComplaints(period: {
  readonly from?: string | number | undefined;
  readonly to?: string | number | undefined;
  readonly days?: number | undefined;
}): readonly Complaint[] {
  const { from, to, days } = period;
  const dated = from !== undefined || to !== undefined;
  if (dated === (days !== undefined)) {
    const found = dated ? "from, to and days" : "no time";
    return [conflict(["period"], `${found}: expected from and to, or days`)];
  }
  if (days !== undefined) return [];
  if (from === undefined) return [complaint(["period", "from"], from, "a date beside to")];
  if (to === undefined) return [complaint(["period", "to"], to, "a date beside from")];
  return endsBeforeItBegins(from, to)
    ? [complaint(["period", "to"], to, `a date not before from (${from})`)]
    : [];
}

export function toDayRange(date: StoryFields["date"]): DayRange {
  return typeof date === "string" ? { from: date, to: date } : date;
}

export function dateComplaints(date: StoryFields["date"]): readonly Complaint[] {
  const { from, to } = toDayRange(date);
  return from > to ? [complaint(["date", "to"], to, `a day not before from (${from})`)] : [];
}
