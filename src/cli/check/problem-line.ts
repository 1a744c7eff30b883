import { join } from "node:path";
import { describeProblem, type Problem } from "../../content/problem.ts";

export const formats = ["text", "json", "github"] as const;

/** How problems are printed: for people, for programs, or as annotations of GitHub's workflows. */
export type Format = (typeof formats)[number];

/** One problem of the content folder `dir` on one line. */
export function problemLine(problem: Problem, format: Format, dir: string): string {
  switch (format) {
    case "text":
      return describeProblem(problem);
    case "json":
      return jsonLine(problem);
    case "github":
      return annotation(problem, dir);
  }
}

/** A missing place or mend is null: each line has the same fields. */
function jsonLine({ level, file, line, column, field, text, mend }: Problem): string {
  return JSON.stringify({
    level,
    file,
    line: line ?? null,
    column: column ?? null,
    field,
    message: text,
    mend: mend ?? mendIn(text),
  });
}

/** Where a value is wrong in itself, the message ends with what is expected of it. */
function mendIn(text: string): string | null {
  return /(?:expected|did you mean) .+$/u.exec(text)?.[0] ?? null;
}

/** `::error file=content/ghouta/a.yaml,line=12,col=5::…`; GitHub's own escapes. */
function annotation(
  { level, file, line, column, field, text, mend }: Problem,
  dir: string,
): string {
  const properties = Object.entries({ file: join(dir, file), line, col: column, title: field })
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  const message = mend === undefined ? text : `${text}\n${mend}`;
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
