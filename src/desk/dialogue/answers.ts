import type { Day, DayRange } from "../../domain/time/dates.ts";
import type { Amount, Qualifier } from "../../domain/figure.ts";
import type { Language } from "../../domain/language.ts";
import { day } from "../../content/schema/dates.ts";
import { storyHead } from "../../content/schema/story.ts";
import type { TextField } from "./draft.ts";
import { namedDate } from "./named-date.ts";

/** Western digits, and every sign between numbers that people use for thousands gone. */
export function plain(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/(?<=\d)[,،٬\u00a0\u202f](?=\d{3}(?!\d))/g, "")
    .trim();
}

const most = 1_000_000_000;

/** `38`, `23,403`, `20-30` or «بين 20 و30» in any digits; 0 is a source that said "none". */
export function readAmount(text: string): Amount | undefined {
  const numbers = plain(text).replace(/^(?:بين|ما بين|between)\s+(?=.*\D)/i, "");
  const [, first, last] =
    /^(\d{1,10})(?:\s*(?:-|–|—|إلى|الى|to|and|و)\s*(\d{1,10}))?$/i.exec(numbers) ?? [];
  if (first === undefined) return undefined;
  const count = Number(first);
  if (last === undefined) {
    if (count === 0) return { type: "zero" };
    return count <= most ? { type: "count", count } : undefined;
  }
  const max = Number(last);
  return count > 0 && count < max && max <= most ? { type: "range", min: count, max } : undefined;
}

/** The hedge that goes with a new amount: the old one, unless it contradicts it. */
export function hedgeFor(amount: Amount, old: Qualifier): Qualifier {
  // "More than 20 to 30" says nothing: the bounds of a range are its hedge.
  if (amount.type === "range") return old === "about" || old === "unspecified" ? old : "range";
  if (amount.type === "count") return old === "range" || old === "vague" ? "exact" : old;
  return amount.type === "vague" ? "vague" : "exact";
}

const isDay = (text: string): boolean => day.safeParse(text).success;

/** `2018-02-07`, `7/2/2018`, «7 شباط/فبراير 2018». */
export function readDay(text: string): Day | undefined {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (iso !== undefined) return isDay(iso) ? iso : undefined;
  const [, date = "", month = "", year = ""] =
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const written = [year, month.padStart(2, "0"), date.padStart(2, "0")].join("-");
  if (isDay(written)) return written;
  const named = namedDate(text);
  return named !== undefined && isDay(named) ? named : undefined;
}

/** A day, or two of them with "to", «إلى» or a dash between spaces. */
export function readDate(text: string): DayRange | undefined {
  const [first = "", last, ...more] = plain(text).split(/\s+(?:-|–|—|إلى|الى|to)\s+/);
  const from = readDay(first);
  const to = last === undefined ? from : readDay(last);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return from <= to ? { from, to } : undefined;
}

const schemas = {
  place: storyHead.shape.place.shape,
  headline: storyHead.shape.headline.shape,
  excerpt: storyHead.shape.excerpt.shape,
};

/** A text of a story, as its file would take it; undefined for one that it would not. */
export function readText(field: TextField, language: Language, text: string): string | undefined {
  const clean = field === "excerpt" ? text.replace(/\r\n?/g, "\n") : text.replace(/\s+/g, " ");
  return schemas[field][language].safeParse(clean).data;
}
