import * as z from "zod";
import type { Language } from "../../domain/language.ts";
import { normalise } from "../../domain/normalise.ts";
import { codePoint } from "../problem.ts";
import { fields } from "./fields.ts";

interface TextLimits {
  /** In characters (code points), without spaces at the ends. */
  readonly max: number;
  readonly min?: number;
  /** The language whose letters it must contain. */
  readonly language?: Language;
  /** Whether it may have paragraphs. */
  readonly lines?: boolean;
}

const languages = {
  ar: { name: "Arabic", script: "Arabic", letters: /\p{Script=Arabic}/u },
  en: { name: "English", script: "Latin", letters: /\p{Script=Latin}/u },
};

/** One text, without the spaces around it. */
export function text(limits: TextLimits) {
  const what = describe(limits);
  return z
    .string({
      error: ({ input }) => (isScalar(input) ? `${what}, in quotes` : what),
    })
    .trim()
    .check(({ value, issues }) => {
      const message = flawOf(value, limits);
      if (message !== undefined) issues.push({ code: "custom", message, input: value });
    })
    .meta({ minLength: limits.min ?? 1, maxLength: limits.max });
}

/** YAML reads a bare 2018 or true as something other than text. */
export function isScalar(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

/** Another name that people know something by. */
export const alias = text({ max: 64 }).refine(
  (value) => normalise(value) !== "",
  "letters or digits",
);

/** A text in both languages. */
export function bilingual(limits: TextLimits) {
  return fields({
    ar: text({ ...limits, language: "ar" }).describe("The Arabic text."),
    en: text({ ...limits, language: "en" }).describe("The English text."),
  });
}

function describe({ min, max, language }: TextLimits): string {
  const name = language === undefined ? "text" : `${languages[language].name} text`;
  return min === undefined
    ? `${name} of up to ${max} characters`
    : `${name} of ${min} to ${max} characters`;
}

/** What is expected of a text that is not as it should be. */
function flawOf(value: string, limits: TextLimits): string | undefined {
  if (value === "") return describe(limits);
  return (
    signFlaw(value, limits.lines ?? false) ??
    lengthFlaw(value, limits) ??
    scriptFlaw(value, limits.language)
  );
}

function signFlaw(value: string, lines: boolean): string | undefined {
  const control = (lines ? value.replaceAll("\n", "") : value).match(/[\p{Cc}\u2028\u2029]/u);
  if (control?.[0] === "\n") return "one line";
  if (control !== null) return `no control character (${codePoint(control[0])})`;
  const direction = value.match(/[\u202a-\u202e]/);
  if (direction !== null) {
    return `no direction embedding or override (${codePoint(direction[0])}): Telegram strips them`;
  }
  return value.isWellFormed() && !value.includes("\ufffd")
    ? undefined
    : "no damaged letter (U+FFFD)";
}

function lengthFlaw(value: string, { min = 1, max }: TextLimits): string | undefined {
  const length = Array.from(value).length;
  if (length > max) return `at most ${max} characters, found ${length}`;
  return length < min ? `at least ${min} characters, found ${length}` : undefined;
}

function scriptFlaw(value: string, language: Language | undefined): string | undefined {
  if (language === undefined) return undefined;
  const { script, letters } = languages[language];
  return letters.test(value) ? undefined : `${script} letters`;
}
