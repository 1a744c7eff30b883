import { cityOf } from "../../domain/time/cities.ts";
import type { Language } from "../../domain/language.ts";
import type { Html } from "../text/html.ts";
import { say } from "../text/translate.ts";

/** `Etc/GMT+3` is behind UTC, against what its name seems to say. */
function differenceOf(zone: string): string {
  const [, sign, hours = ""] = /([+-])(\d+)$/.exec(zone) ?? [];
  if (sign === undefined) return "UTC";
  return `UTC${sign === "+" ? "-" : "+"}${hours}`;
}

/** A zone by its city, «دمشق», or by its difference to UTC: "UTC", "UTC-3". */
export function zoneName(zone: string, language: Language): string {
  return cityOf(zone)?.[language] ?? differenceOf(zone);
}

/** Whose clocks a time is told by, as it follows the time: «بتوقيت دمشق», "Damascus time", "UTC". */
export function zonePhrase(zone: string, language: Language): Html {
  const text = cityOf(zone) === undefined ? "printing:schedule.utc" : "printing:schedule.zone";
  return say(language, text, { zone: zoneName(zone, language) });
}
