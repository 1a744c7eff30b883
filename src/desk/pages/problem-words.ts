import type { FindingValue } from "../../content/gate/finding.ts";
import { eventPhrase } from "../../rendering/figures/event.ts";
import { asOneRun, html, join, type Html } from "../../rendering/text/html.ts";
import { formatCount } from "../../rendering/text/numbers.ts";
import { say } from "../../rendering/text/translate.ts";
import type { Voice } from "../../rendering/text/voice.ts";
import type { StoryProblem } from "../dialogue/context.ts";
import { shortened } from "./parts.ts";

/**
 * A problem and how to mend it in the words of the chat; what is wrong in the form of the file is
 * said as the terminal says it.
 */
export function problemWords({ field, finding, text }: StoryProblem, voice: Voice): Html {
  if (finding === undefined) return html`<code>${shortened(text, longest)}</code>`;
  const { language } = voice;
  const values = Object.entries(finding.values);
  const args = Object.fromEntries(values.map(([name, value]) => [name, told(value, voice)]));
  const at = fieldWords(field, voice);
  const said = say(language, `problems:${finding.code}.text`, args);
  const mend = say(language, `problems:${finding.code}.mend`, args);
  return join([say(language, "problems:at", { at, said }), html`<i>${mend}</i>`], "\n");
}

const longest = 250;

/** So many of the figures that were read in one place are told. */
const mostRead = 3;

function told(value: FindingValue, voice: Voice): Html {
  if (value === undefined) return say(voice.language, "problems:unnamed");
  if (typeof value === "string") return asOneRun(value);
  if (typeof value === "number") return html`${formatCount(value, voice)}`;
  if ("length" in value) return listed(value.slice(0, mostRead), voice);
  if ("field" in value) return fieldWords(`${value.field}.${value.language}`, voice);
  if ("kind" in value) return eventPhrase(value, voice);
  const [min, max] = [formatCount(value.min, voice), formatCount(value.max, voice)];
  return min === max ? html`${min}` : say(voice.language, "problems:span", { min, max });
}

function listed(values: readonly FindingValue[], voice: Voice): Html {
  const separator = voice.language === "ar" ? "، " : ", ";
  return join(
    values.map((value) => told(value, voice)),
    separator,
  );
}

/** The four texts have names; other fields are those of the file. */
function fieldWords(field: string, { language }: Voice): Html {
  switch (field) {
    case "headline.ar":
      return say(language, "desk:preview.headline_ar");
    case "headline.en":
      return say(language, "desk:preview.headline_en");
    case "excerpt.ar":
      return say(language, "desk:preview.excerpt_ar");
    case "excerpt.en":
      return say(language, "desk:preview.excerpt_en");
    default:
      return asOneRun(field);
  }
}
