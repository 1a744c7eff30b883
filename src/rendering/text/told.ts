import type { Bilingual } from "../../domain/language.ts";
import { digitsOf } from "./digits.ts";
import { prose } from "./html.ts";
import type { Html } from "./html.ts";
import type { Voice } from "./voice.ts";

/**
 * What an editor wrote, in the language of a voice: its foreign runs isolated, and its Arabic in the
 * digits of the chat.
 */
export function told(text: Bilingual, voice: Voice): Html {
  return digitsOf(prose(text[voice.language], voice.language), voice);
}
