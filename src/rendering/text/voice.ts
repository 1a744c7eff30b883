import type { Language } from "../../domain/language.ts";
import { languagesOf } from "../../domain/printing.ts";
import type { Printing } from "../../domain/printing.ts";

/** A chat's choices for one language of its messages. */
export interface Voice extends Printing {
  readonly language: Language;
}

/** A voice for each language that the chat reads, in the order that they are shown. */
export function voicesOf(printing: Printing): readonly Voice[] {
  return languagesOf(printing).map((language) => ({ ...printing, language }));
}
