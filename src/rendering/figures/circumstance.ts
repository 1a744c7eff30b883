import type { DayRange } from "../../domain/time/dates.ts";
import type { Figure } from "../../domain/figure.ts";
import type { Bilingual } from "../../domain/language.ts";
import { formatPeriod, formatSince } from "../text/dates.ts";
import { html } from "../text/html.ts";
import type { Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** The day and place of a story, which its figures need not repeat. */
export interface Setting {
  readonly date: DayRange;
  readonly place: Bilingual;
}

function isElsewhere(place: Bilingual, story: Bilingual): boolean {
  return place.ar !== story.ar || place.en !== story.en;
}

function timeOf({ period, since }: Figure, { date }: Setting, voice: Voice): Html | undefined {
  if (since !== undefined) return formatSince(since, voice);
  if (period === undefined) return undefined;
  const known = period.type === "dates" && period.from === date.from && period.to === date.to;
  return known ? undefined : formatPeriod(period, voice);
}

/**
 * An event with where and when it is counted, as far as that differs from its story's, and with the
 * word that says a running total is one.
 */
export function circumstance(event: Html, figure: Figure, story: Setting, voice: Voice): Html {
  const { language } = voice;
  const { place } = figure;
  const there =
    place === undefined || !isElsewhere(place, story.place)
      ? event
      : say(language, "printing:where", { event, place: told(place, voice) });
  const time = timeOf(figure, story, voice);
  const then = time === undefined ? there : html`${there} ${time}`;
  if (figure.scope !== "cumulative") return then;
  // A likely source follows in brackets, and two pairs of them would stand side by side.
  const variant = figure.attribution.type === "inferred" ? "aside" : undefined;
  return say(language, "printing:when.cumulative", { event: then }, variant);
}
