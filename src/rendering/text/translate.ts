import { createInstance } from "i18next";
import type { Language } from "../../domain/language.ts";
import { isHtml, prose, visible } from "./html.ts";
import type { Html, Value } from "./html.ts";
import { texts } from "./texts.ts";

type Plural = `${string}_${"zero" | "one" | "two" | "few" | "many" | "other"}`;

/** The paths to the texts of a locale file; a plural's forms share the path without their form. */
type Paths<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string
    ? Name extends `${infer Stem}_other`
      ? Stem
      : Name extends Plural
        ? never
        : Name
    : `${Name}.${Paths<Texts[Name]>}`;
}[keyof Texts & string];

/** A text in `locales`, by its file and its path in it. */
export type Key = {
  [File in keyof Files]: `${File}:${Paths<Files[File]>}`;
}[keyof Files];

type Files = (typeof texts)["en"];

/**
 * What fills a text's placeholders: text is escaped and its foreign runs isolated, Html is taken as
 * it is. `count` chooses the plural form and is itself never printed: the number to print comes
 * formatted (see numbers.ts), by convention as `n`.
 */
export interface Args {
  readonly count?: number;
  readonly [name: string]: Value | number | undefined;
}

const translation = createInstance();

// Nothing is loaded and nothing is detected, so this is done when it returns. Each language has
// all its texts or fails: English never fills in for Arabic.
void translation.init({
  initAsync: false,
  fallbackLng: false,
  supportedLngs: ["ar", "en"],
  ns: Object.keys(texts.en),
  resources: texts,
  interpolation: { escapeValue: false, skipOnVariables: true },
  returnObjects: false,
  parseMissingKeyHandler: (key) => {
    throw new Error(`there is no text for ${key}`);
  },
  missingInterpolationHandler: (text) => {
    throw new Error(`a placeholder was left empty in: ${text}`);
  },
});

function fill(value: Value | number, language: Language): string | number {
  if (typeof value === "number") return value;
  return isHtml(value) ? value.html : prose(value, language).html;
}

function filled(args: Args, language: Language): Record<string, string | number> {
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) {
    if (value !== undefined) result[name] = fill(value, language);
  }
  return result;
}

/**
 * A text of the locale files in a language, with its placeholders filled. A `context` chooses the
 * variant of that name («بينهن» for `feminine`) where the language has one.
 * @throws Error for a key or a plural form that the language does not have, and for a placeholder
 * that nothing fills.
 */
export function say(language: Language, key: Key, args: Args = {}, context?: string): Html {
  const variant = context === undefined ? {} : { context };
  return { html: translation.t(key, { lng: language, ...variant, ...filled(args, language) }) };
}

/** The same as plain text, for buttons and other places without markup. */
export function label(language: Language, key: Key, args: Args = {}): string {
  return visible(say(language, key, args));
}
