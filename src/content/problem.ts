import type { Finding } from "./gate/finding.ts";

/** A place inside a file's data: field names and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** An error keeps the content from becoming an edition; a warning lets it pass, and is shown. */
export type Level = "error" | "warning";

/** What is wrong in one file, before it is known where on the page that is. */
export interface Complaint {
  readonly path: Path;
  /** An error where there is none. */
  readonly level?: Level;
  /** The value and what is expected instead, in one line. */
  readonly text: string;
  /** How to mend it, where the text does not say so already. */
  readonly mend?: string;
  /** The same as data, where the gate found it. */
  readonly finding?: Finding;
  /** The words of the field that it is about. */
  readonly words?: string;
  /** How often these words stand in the field before; not at all where it is not said. */
  readonly earlier?: number;
  /** Where it is known by itself, as a distance from the beginning of the text. */
  readonly offset?: number;
}

/** Something about the content that an editor should mend. */
export interface Problem {
  readonly level: Level;
  /** Relative to the content folder, with `/`; `.` is the folder itself. */
  readonly file: string;
  /** `figures[2].count`; empty where the whole file is meant. */
  readonly field: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 code units. */
  readonly column?: number;
  /** The value and what is expected instead, in one line. */
  readonly text: string;
  /** How to mend it, where the text does not say so already. */
  readonly mend?: string;
}

/** `ghouta/a.yaml:12:5: figures[2].count: -3: expected a whole number from 1`. */
export function describeProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined);
  const level = problem.level === "warning" ? "warning" : "";
  const where = [place.join(":"), level, problem.field].filter((part) => part !== "");
  const mend = problem.mend === undefined ? "" : `; ${problem.mend}`;
  return oneLine([...where, problem.text].join(": ") + mend);
}

/** `["figures", 2, "count"]` as `figures[2].count`. */
export function fieldName(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

/** The order in which problems are told: by file, then from top to bottom. */
export function inReadingOrder(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

const longest = 60;

/** A value as a problem quotes it: short, in one line, with no invisible characters. */
export function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "blank";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return "a map";
  // Without quotes, a text that looks like a number would seem to be one.
  const ambiguous = value.trim() === "" || /^[-+]?[.\d]+$|^(?:true|false|null|~)$/.test(value);
  return oneLine(ambiguous ? `"${cut(value)}"` : cut(value));
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest ? text : `${characters.slice(0, longest).join("")}…`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, codePoint);
}

/** `U+202E`. */
export function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${hex.padStart(4, "0")}`;
}

/** `-3: expected a whole number from 1`, for a complaint that says only what is expected. */
export function expected(value: unknown, what: string): string {
  return `${shown(value)}: expected ${what}`;
}
