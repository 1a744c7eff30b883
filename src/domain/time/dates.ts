/** A day as `YYYY-MM-DD`, without time or zone: the day where the event happened. */
export type Day = string;

/** A day, a month or a year, as exact as the source was: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export type PartialDate = string;

/** Both ends are included; one day has the same day at both ends. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The time that a figure covers: between two dates (both included, the same date twice for "in
 * January 2018"), or a number of days that the source gave without dates.
 */
export type Period =
  | { readonly type: "dates"; readonly from: PartialDate; readonly to: PartialDate }
  | { readonly type: "days"; readonly days: number };
