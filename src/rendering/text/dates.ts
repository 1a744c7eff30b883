import type { Day, DayRange, PartialDate, Period } from "../../domain/time/dates.ts";
import { html } from "./html.ts";
import type { Html } from "./html.ts";
import { formatCount, formatDigits } from "./numbers.ts";
import { say } from "./translate.ts";
import type { Voice } from "./voice.ts";

const english = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const levant = [
  "كانون الثاني",
  "شباط",
  "آذار",
  "نيسان",
  "أيار",
  "حزيران",
  "تموز",
  "آب",
  "أيلول",
  "تشرين الأول",
  "تشرين الثاني",
  "كانون الأول",
];

const gulf = [
  "يناير",
  "فبراير",
  "مارس",
  "أبريل",
  "مايو",
  "يونيو",
  "يوليو",
  "أغسطس",
  "سبتمبر",
  "أكتوبر",
  "نوفمبر",
  "ديسمبر",
];

interface Parts {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

function partsOf(date: PartialDate): Parts {
  const [year = "", month, day] = date.split("-");
  return { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
}

function monthName(month: string, voice: Voice): string {
  const index = Number(month) - 1;
  if (voice.language === "en") return english[index] ?? month;
  const names = { levant: levant[index], gulf: gulf[index] };
  if (voice.months !== "double") return names[voice.months] ?? month;
  return `${names.levant ?? ""}/${names.gulf ?? ""}`;
}

function dayNumber(day: string, voice: Voice): string {
  return formatDigits(String(Number(day)), voice);
}

/** A day, month or year as exact as it is given: «7 شباط/فبراير 2018», "February 2018". */
export function formatDate(date: PartialDate, voice: Voice): Html {
  const parts = partsOf(date);
  const year = formatDigits(parts.year, voice);
  if (parts.month === undefined) return say(voice.language, "printing:date.year", { year });
  const month = monthName(parts.month, voice);
  if (parts.day === undefined) return say(voice.language, "printing:date.month", { month, year });
  const day = dayNumber(parts.day, voice);
  return say(voice.language, "printing:date.day", { day, month, year });
}

const dayLength = 86_400_000;

function isPair(from: PartialDate, to: PartialDate): boolean {
  const days = from.length === 10 && to.length === 10;
  const oneMonth = from.slice(0, 7) === to.slice(0, 7);
  return days && oneMonth && Date.parse(to) - Date.parse(from) === dayLength;
}

/** A day without its year: «7 شباط/فبراير», "7 February". */
export function formatDayOfMonth(date: Day, voice: Voice): Html {
  const { month = "", day = "" } = partsOf(date);
  const args = { day: dayNumber(day, voice), month: monthName(month, voice) };
  return say(voice.language, "printing:date.dayOfMonth", args);
}

/** The start of a span without what its end says too: "5" before "8 February 2018". */
function formatStart(from: PartialDate, to: PartialDate, voice: Voice): Html {
  const start = partsOf(from);
  const end = partsOf(to);
  const full = formatDate(from, voice);
  if (start.year !== end.year || start.month === undefined || end.month === undefined) return full;
  const month = monthName(start.month, voice);
  if (start.day === undefined) return end.day === undefined ? html`${month}` : full;
  const day = dayNumber(start.day, voice);
  if (end.day === undefined) return full;
  return start.month === end.month ? html`${day}` : formatDayOfMonth(from, voice);
}

function endsOf(from: PartialDate, to: PartialDate, voice: Voice) {
  return { from: formatStart(from, to, voice), to: formatDate(to, voice) };
}

function spanForm(from: PartialDate, to: PartialDate): "pair" | "spanOfMonth" | "span" {
  if (isPair(from, to)) return "pair";
  return from.slice(0, 7) === to.slice(0, 7) ? "spanOfMonth" : "span";
}

/** The days of a story, for a dateline: «7 و8 شباط/فبراير 2018», "30 January – 2 February 2018". */
export function formatDays({ from, to }: DayRange, voice: Voice): Html {
  if (from === to) return formatDate(from, voice);
  return say(voice.language, `printing:date.${spanForm(from, to)}`, endsOf(from, to, voice));
}

/** In words up to ten, as a newspaper writes it. */
function countInWords(count: number, voice: Voice): Html {
  const n = formatCount(count, voice);
  const word = words.find((word) => word === String(count));
  return word === undefined ? html`${n}` : say(voice.language, `printing:words.${word}`);
}

const words = ["2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

function singleDate(date: PartialDate): "day" | "month" | "year" {
  if (date.length === 10) return "day";
  return date.length === 7 ? "month" : "year";
}

/** When a figure counts, as it follows the figure: «في كانون الثاني/يناير 2018», "over three days". */
export function formatPeriod(period: Period, voice: Voice): Html {
  const { language } = voice;
  if (period.type === "days") {
    const { days } = period;
    return say(language, "printing:when.over", { count: days, n: countInWords(days, voice) });
  }
  const { from, to } = period;
  if (from === to) {
    return say(language, `printing:when.${singleDate(from)}`, { date: formatDate(from, voice) });
  }
  if (isPair(from, to)) {
    return say(language, "printing:when.pair", { date: formatDays({ from, to }, voice) });
  }
  if (singleDate(from) === "year" && singleDate(to) === "year") {
    const years = { from: formatDigits(from, voice), to: formatDigits(to, voice) };
    return say(language, "printing:when.years", years);
  }
  return say(language, "printing:when.span", endsOf(from, to, voice));
}

/** From when a running total counts: «منذ أيلول/سبتمبر 2015», "since 2011". */
export function formatSince(since: PartialDate, voice: Voice): Html {
  return say(voice.language, "printing:when.since", { date: formatDate(since, voice) });
}
