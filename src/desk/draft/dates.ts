import { day as dayOfCalendar } from "../../content/schema/dates.ts";
import type { Day } from "../../domain/time/dates.ts";
import { normalise } from "../../domain/normalise.ts";

/** The date line of an article and its first sentences; what comes later tells of other days. */
const beginning = 20_000;

/** Month names as they are written from Syria to Morocco, and in English. */
export const numberOfMonth: ReadonlyMap<string, number> = new Map(
  ["ar-SY", "ar-EG", "ar-DZ", "ar-MA", "en"].flatMap((locale) =>
    (["long", "short"] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
      return Array.from({ length: 12 }, (_, index): [string, number] => [
        normalise(format.format(new Date(Date.UTC(2018, index, 15)))),
        index + 1,
      ]);
    }),
  ),
);

const names = [...numberOfMonth.keys()].toSorted((a, b) => b.length - a.length).join("|");

const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;
const dayFirst = new RegExp(`(?<![^ ])و?(\\d{1,2}) (${names}) (\\d{4})(?![^ ])`, "g");
const monthFirst = new RegExp(`(?<![^ ])(${names}) (\\d{1,2}) (\\d{4})(?![^ ])`, "g");

/** The days that a text writes in full, each once, earliest first; never one without its year. */
export function daysIn(text: string): readonly Day[] {
  const start = text.slice(0, beginning);
  // «شباط/فبراير» is one month.
  const words = normalise(start.replace(/\/\s?\p{L}+/gu, ""));
  const found = [
    ...[...start.matchAll(isoDate)].map(([, year, month, day]) => dayOf(year, month, day)),
    ...[...words.matchAll(dayFirst)].map(([, day, month, year]) => dayOf(year, month, day)),
    ...[...words.matchAll(monthFirst)].map(([, month, day, year]) => dayOf(year, month, day)),
  ];
  return [...new Set(found)].filter((day) => dayOfCalendar.safeParse(day).success).toSorted();
}

function dayOf(year = "", month = "", day = ""): Day {
  const number = String(numberOfMonth.get(month) ?? month);
  return `${year}-${number.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
