import type { LocalDate } from "../../domain/time/time-zone.ts";
import { dayOf, weekdayOfDate } from "../../domain/time/time-zone.ts";
import { formatDate, formatDayOfMonth } from "./dates.ts";
import type { Html } from "./html.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

function withWeekday(day: LocalDate, date: Html, { language }: Voice): Html {
  const weekday = say(language, `printing:weekday.${weekdayOfDate(day)}`);
  return say(language, "printing:date.weekday", { weekday, date });
}

/** «الأحد 22 تشرين الثاني/نوفمبر 2026», "Sunday 22 November 2026". */
export function formatCalendarDay(day: LocalDate, voice: Voice): Html {
  return withWeekday(day, formatDate(dayOf(day), voice), voice);
}

/** The same without its year, for a day of the next weeks. */
export function formatComingDay(day: LocalDate, voice: Voice): Html {
  return withWeekday(day, formatDayOfMonth(dayOf(day), voice), voice);
}
