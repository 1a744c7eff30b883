import type { Language } from "../../domain/language.ts";
import type { Picture } from "../message/picture.ts";
import { captionLimits, costOf, isWithin } from "../text/cost.ts";
import { directed } from "../text/directed.ts";
import { html, join, type Html } from "../text/html.ts";
import { say } from "../text/translate.ts";

/**
 * The caption of a picture that shows figures of before, because the new one could not be had: it
 * says so first. Where there is no room for both it says only that, and never a figure that the
 * picture contradicts without a word.
 */
export function supersededCaption(caption: Html, picture: Picture): Html {
  const warning = join(
    languagesOf(picture).map((language) =>
      directed(html`<b>${say(language, "cards:superseded")}</b>`, language),
    ),
    "\n",
  );
  const whole = html`${warning}\n\n${caption}`;
  return isWithin(costOf(whole), captionLimits) ? whole : warning;
}

function languagesOf(picture: Picture): readonly Language[] {
  return picture.type === "chart"
    ? [picture.language]
    : picture.sections.map(({ language }) => language);
}
