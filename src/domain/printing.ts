import type { Language } from "./language.ts";

export const languageChoices = ["ar", "en", "both"] as const;
export const digitChoices = ["latin", "arabic"] as const;
export const monthChoices = ["double", "levant", "gulf"] as const;

/** What a chat chose about how it is written to. */
export interface Printing {
  /** `both`: the Arabic block first, then the English. */
  readonly language: (typeof languageChoices)[number];
  /** Arabic-Indic digits are used in Arabic text only; English always has Western ones. */
  readonly digits: (typeof digitChoices)[number];
  /** Arabic month names: «شباط/فبراير», «شباط» or «فبراير». */
  readonly months: (typeof monthChoices)[number];
}

export const defaultPrinting: Printing = { language: "both", digits: "latin", months: "double" };

/** The languages to write in, in the order that they are shown. */
export function languagesOf(printing: Printing): readonly Language[] {
  return printing.language === "both" ? ["ar", "en"] : [printing.language];
}
