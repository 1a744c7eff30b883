import { languageChoices } from "../../domain/printing.ts";
import type { Printing } from "../../domain/printing.ts";
import { themes } from "./picture.ts";
import type { Theme } from "./picture.ts";
import { oneOf } from "./press-place.ts";

export const consents = ["named", "unnamed", "drop"] as const;

/** What a reader lets the editors have of a report. */
export type Consent = (typeof consents)[number];

type Shown = Printing["language"];

/** A language as a field that may be left out; so is one that is not legal. */
export function shown(text: string | undefined): { readonly language?: Shown } {
  const language = oneOf(languageChoices, text);
  return language === undefined ? {} : { language };
}

/** The same of a theme. */
export function themed(text: string | undefined): { readonly theme?: Theme } {
  const theme = oneOf(themes, text);
  return theme === undefined ? {} : { theme };
}

/** A page; one that is not legal is no number. */
export function paged(text: string | undefined): { readonly page?: number } {
  return text === undefined || text === "" ? {} : { page: Number(text) };
}

/** A reader's word on a report; undefined for one that is not legal. */
export function readConsent(
  text: string | undefined,
): { readonly type: "consent"; readonly choice: Consent } | undefined {
  const choice = oneOf(consents, text);
  return choice === undefined ? undefined : { type: "consent", choice };
}
