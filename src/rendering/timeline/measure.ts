import type { Measure } from "../../domain/timeline.ts";
import { onBasis } from "../figures/basis.ts";
import { eventTitle } from "../figures/event.ts";
import { formatSince } from "../text/dates.ts";
import { html, type Html } from "../text/html.ts";
import { told } from "../text/told.ts";
import { say } from "../text/translate.ts";
import type { Voice } from "../text/voice.ts";

/** What figures count and in which way, as a title: "Civilians killed, event by event". */
export function measureTitle(measure: Measure, voice: Voice): Html {
  const { language } = voice;
  const { place, since, scope, basis, isPart } = measure;
  const event = eventTitle(measure, voice);
  const there =
    place === undefined
      ? event
      : say(language, "printing:where", { event, place: told(place, voice) });
  const then = since === undefined ? there : html`${there} ${formatSince(since, voice)}`;
  const based = onBasis(then, { basis }, voice);
  const what =
    basis === "estimate" ? say(language, "timeline:measure.estimate", { what: based }) : based;
  const title = say(language, `timeline:measure.${scope}`, { what });
  return asTitle(isPart ? say(language, "timeline:measure.part", { title }) : title);
}

/** With a capital, where the language has one; it begins with a noun of ours. */
function asTitle({ html }: Html): Html {
  return { html: html.charAt(0).toUpperCase() + html.slice(1) };
}
