import type { Day } from "../domain/time/dates.ts";
import { dayOf, localTime, plusDays } from "../domain/time/time-zone.ts";

export interface Today {
  readonly now: Date;
  /** IANA; whose day counts. */
  readonly zone: string;
}

const date = /^((?:19|20)\d\d)(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?$/;
const ago = /^(\d{1,4})(?:d|days?|يوما?|ي|ايام)$/;

/** The first day of `2018`, `2018-02`, `2018/2/7` or `7d`; undefined for what is none of these. */
export function readSince(text: string, today: Today): Day | undefined {
  const plain = text
    .toLowerCase()
    .replace(/[٠-٩۰-۹]/g, western)
    .replace(/[أإ]/g, "ا");
  const [, days] = ago.exec(plain) ?? [];
  if (days !== undefined) {
    return dayOf(plusDays(localTime(today.now, today.zone), -Number(days)));
  }
  const [, year, month = "1", day = "1"] = date.exec(plain) ?? [];
  return year === undefined ? undefined : existing(Number(year), Number(month), Number(day));
}

function existing(year: number, month: number, day: number): Day | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? dayOf({ year, month, day }) : undefined;
}

/** Both Arabic ranges of digits begin at a multiple of 16. */
function western(digit: string): string {
  return String(digit.charCodeAt(0) % 16);
}
