import type { Language } from "./words.ts";
import { wordsOf } from "./words.ts";

const dayMs = 86_400_000;

function format(language: Language, unixMs: number, options: Intl.DateTimeFormatOptions): string {
  const locale = language === "ar" ? "ar-u-nu-latn" : "en-GB";
  return new Intl.DateTimeFormat(locale, options).format(unixMs);
}

/** `2018-02-07` in the reader's own zone; equal for two moments of one day. */
export function dayKey(unixMs: number): string {
  return new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(unixMs);
}

/** The line between two days of messages. */
export function dayLabel(language: Language, unixMs: number, now: number): string {
  const words = wordsOf(language);
  if (dayKey(unixMs) === dayKey(now)) return words.today;
  if (dayKey(unixMs) === dayKey(now - dayMs)) return words.yesterday;
  const sameYear = dayKey(unixMs).slice(0, 4) === dayKey(now).slice(0, 4);
  return format(language, unixMs, {
    day: "numeric",
    month: "long",
    ...(!sameYear && { year: "numeric" }),
  });
}

export function timeLabel(unixMs: number): string {
  return format("en", unixMs, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function fullLabel(language: Language, unixMs: number): string {
  return format(language, unixMs, { dateStyle: "full", timeStyle: "short", hourCycle: "h23" });
}

/** The value of a `datetime-local` field, in the reader's own zone. */
export function localValue(unixMs: number): string {
  return `${dayKey(unixMs)}T${timeLabel(unixMs)}`;
}

const units = [
  ["day", dayMs],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

function relative(language: Language, unixMs: number, now: number): string {
  const locale = language === "ar" ? "ar-u-nu-latn" : "en";
  const distance = unixMs - now;
  const [unit, size] = units.find(([, ms]) => Math.abs(distance) >= ms) ?? ["minute", 60_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
    Math.round(distance / size),
    unit,
  );
}

const parts: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  w: { weekday: "long" },
  d: { day: "numeric", month: "numeric", year: "numeric" },
  D: { day: "numeric", month: "long", year: "numeric" },
  t: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  T: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
};

/** A moment as `<tg-time format>` asks: `r`, or any of w, d or D, t or T. */
export function momentLabel(
  language: Language,
  moment: { readonly unixMs: number; readonly format: string },
  now: number,
): string {
  if (moment.format === "r") return relative(language, moment.unixMs, now);
  const options = moment.format.split("").map((letter) => parts[letter] ?? {});
  return format(language, moment.unixMs, Object.assign({}, ...options));
}
