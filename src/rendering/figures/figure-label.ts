import type { Figure } from "../../domain/figure.ts";
import { eventPhrase } from "./event.ts";
import { visible } from "../text/html.ts";
import type { Voice } from "../text/voice.ts";

/** A figure in few words without markup, for a button: «مقتل 38 مدنياً», "38 civilians killed". */
export function figureLabel(figure: Figure, voice: Voice): string {
  return visible(eventPhrase(figure, voice));
}
