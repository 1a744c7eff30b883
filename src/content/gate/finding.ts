import texts from "../../../locales/en/problems.json" with { type: "json" };
import type { Language } from "../../domain/language.ts";
import type { Complaint } from "../problem.ts";
import type { Numbers } from "./numbers.ts";
import { inWords, type Said } from "./said.ts";

type Text = { readonly text: string; readonly mend: string };

/** What kind of problem the gate found: a key of `locales/…/problems.json`. */
export type FindingCode = {
  [Code in keyof typeof texts]: (typeof texts)[Code] extends Text ? Code : never;
}[keyof typeof texts];

/** One of the four texts of a story. */
export interface TextPlace {
  readonly field: "headline" | "excerpt";
  readonly language: Language;
}

/** An id, words or a number; figures; numbers from one to another; where; nobody who is named. */
export type FindingValue =
  | string
  | number
  | Said
  | readonly Said[]
  | Numbers
  | TextPlace
  | undefined;

/** A problem as data, so that it can be said in other words than those of the terminal. */
export interface Finding {
  readonly code: FindingCode;
  /** By the placeholders of the code's texts. */
  readonly values: Readonly<Record<string, FindingValue>>;
}

type Words = Required<Pick<Complaint, "text" | "mend" | "finding">>;

/** A finding in the English words of the terminal. */
export function found(code: FindingCode, values: Finding["values"]): Words {
  const { text, mend } = texts[code];
  return { text: filled(text, values), mend: filled(mend, values), finding: { code, values } };
}

function filled(text: string, values: Finding["values"]): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => inEnglish(values[name]));
}

function inEnglish(value: FindingValue): string {
  if (value === undefined) return texts.unnamed;
  if (typeof value !== "object") return String(value);
  if ("length" in value) return value.map(inWords).join(", ");
  if ("field" in value) return `${value.field}.${value.language}`;
  if ("kind" in value) return inWords(value);
  return value.min === value.max ? String(value.min) : filled(texts.span, { ...value });
}
