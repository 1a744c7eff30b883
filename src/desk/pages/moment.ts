import type { Language } from "../../domain/language.ts";
import type { Printing } from "../../domain/printing.ts";
import { dayOf, localTime } from "../../domain/time/time-zone.ts";
import { formatTime } from "../../rendering/notices/schedule.ts";
import { formatDate } from "../../rendering/text/dates.ts";
import { html, type Html } from "../../rendering/text/html.ts";

/** «17 تشرين الثاني/نوفمبر 2026، 14:05», where the reader is. */
export function formatMoment(
  at: Date,
  {
    printing,
    wording,
    zone,
  }: { readonly printing: Printing; readonly wording: Language; readonly zone: string },
): Html {
  const voice = { ...printing, language: wording };
  const local = localTime(at, zone);
  const comma = wording === "ar" ? "،" : ",";
  const time = formatTime(local.hour * 60 + local.minute, voice);
  return html`${formatDate(dayOf(local), voice)}${comma} ${time}`;
}
