import type { Day, DayRange } from "../../domain/dates.ts";
import type { Amount, Qualifier } from "../../domain/figure.ts";
import type { Language } from "../../domain/language.ts";
import { day } from "../../content/schema/dates.ts";
import { storyHead } from "../../content/schema/story.ts";
import type { TextField } from "./draft.ts";

/** Western digits, and every sign between numbers that people use for thousands gone. */
export function plain(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/(?<=\d)[,،٬\u00a0\u202f](?=\d{3}(?!\d))/g, "")
    .trim();
}

const most = 1_000_000_000;

/** `38`, `23,403` or `20-30` in the digits of either language; 0 is a source that said "none". */
export function readAmount(text: string): Amount | undefined {
  const [, first, last] =
    /^(\d{1,10})(?:\s*(?:-|–|—|إلى|الى|to|و)\s*(\d{1,10}))?$/.exec(plain(text)) ?? [];
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
  if (amount.type === "range") return old === "exact" || old === "vague" ? "range" : old;
  if (amount.type === "count") return old === "range" || old === "vague" ? "exact" : old;
  return amount.type === "vague" ? "vague" : "exact";
}

const isDay = (text: string): boolean => day.safeParse(text).success;

export function readDay(text: string): Day | undefined {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (iso !== undefined) return isDay(iso) ? iso : undefined;
  const [, date = "", month = "", year = ""] =
    /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  const written = [year, month.padStart(2, "0"), date.padStart(2, "0")].join("-");
  return isDay(written) ? written : undefined;
}

/** `2018-02-07`, `7/2/2018`, or two of them with "to", «إلى» or a dash between spaces. */
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
