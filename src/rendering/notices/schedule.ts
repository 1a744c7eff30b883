import { clockOf } from "../../domain/time/schedule.ts";
import type { Days, Schedule } from "../../domain/time/schedule.ts";
import { localTime, plusDays, weekdays } from "../../domain/time/time-zone.ts";
import type { LocalDate, TimeOfDay, Weekday } from "../../domain/time/time-zone.ts";
import { formatComingDay } from "../text/calendar.ts";
import { prose } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { formatDigits } from "../text/numbers.ts";
import { listed } from "../figures/part-phrase.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";
import { zonePhrase } from "./zone.ts";

/** «07:30», "07:30"; in Arabic in the digits of the chat. */
export function formatTime(time: TimeOfDay, voice: Voice): Html {
  return prose(formatDigits(clockOf(time), voice), voice.language);
}

/** Sunday is the first day of the week in Arabic, whose names for its days count from it. */
const week: readonly Weekday[] = ["sun", ...weekdays.filter((day) => day !== "sun")];

function describeDays(days: Days, voice: Voice): Html {
  const { language } = voice;
  if (days.type === "daily") return say(language, "printing:schedule.daily");
  const chosen = week.filter((day) => days.days.includes(day));
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) {
    const day = say(language, `printing:weekday.${only}`);
    return say(language, "printing:schedule.weekly", { day });
  }
  const names = chosen.map((day) => say(language, `printing:schedule.each.${day}`));
  return say(language, "printing:schedule.weekdays", { days: listed(names, voice) });
}

/**
 * When digests come, as it stands within a sentence: «كل يوم الساعة 07:30 بتوقيت دمشق», "on Sundays
 * and Wednesdays at 07:30 and 19:00 Damascus time".
 */
export function describeSchedule({ times, days, zone }: Schedule, voice: Voice): Html {
  return say(voice.language, "printing:schedule.text", {
    days: describeDays(days, voice),
    times: listed(
      times.map((time) => formatTime(time, voice)),
      voice,
    ),
    zone: zonePhrase(zone, voice.language),
  });
}

function isSameDay(one: LocalDate, other: LocalDate): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day;
}

function dayFrom(now: LocalDate, day: LocalDate, voice: Voice): Html {
  const date = formatComingDay(day, voice);
  if (isSameDay(day, now)) return say(voice.language, "printing:schedule.today", { date });
  const isTomorrow = isSameDay(day, plusDays(now, 1));
  return isTomorrow ? say(voice.language, "printing:schedule.tomorrow", { date }) : date;
}

/**
 * When the next digest comes, by the clocks of a zone: «الموعد القادم: غداً الاثنين 23 تشرين
 * الثاني/نوفمبر، 07:30», "next: today, Sunday 22 November, 07:30". `instant` is within a year.
 */
export function describeNext(instant: Date, now: Date, zone: string, voice: Voice): Html {
  const due = localTime(instant, zone);
  return say(voice.language, "printing:schedule.next", {
    day: dayFrom(localTime(now, zone), due, voice),
    time: formatTime(due.hour * 60 + due.minute, voice),
  });
}
