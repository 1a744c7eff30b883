import { partialDate } from "../../content/schema/dates.ts";
import type { PartialDate } from "../../domain/time/dates.ts";
import { normalise } from "../../domain/normalise.ts";
import { numberOfMonth } from "../draft/dates.ts";

/** «شباط 2018», «7 شباط/فبراير 2018», "7 February 2018", "February 7, 2018": with its year only. */
export function namedDate(text: string): PartialDate | undefined {
  const words = normalise(text.replace(/\/\s?\p{L}+/gu, ""));
  const [, first, month = "", second, year] =
    /^(?:(\d{1,2}) )?(\D+)(?: (\d{1,2}))? (\d{4})$/.exec(words) ?? [];
  const number = numberOfMonth.get(month);
  if (number === undefined || year === undefined) return undefined;
  if (first !== undefined && second !== undefined) return undefined;
  const day = first ?? second;
  const parts = [year, String(number), ...(day === undefined ? [] : [day])];
  const date = parts.map((part) => part.padStart(2, "0")).join("-");
  return partialDate.safeParse(date).success ? date : undefined;
}
