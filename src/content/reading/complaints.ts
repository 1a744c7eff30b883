import type * as z from "zod";
import { suggestion } from "./nearest.ts";
import { expected, shown, type Complaint, type Path } from "../problem.ts";

/** What a schema found wrong in the data of a file, or in a part of it at `path`. */
export function complaintsOf(
  error: z.core.$ZodError,
  data: unknown,
  path: Path = [],
): readonly Complaint[] {
  return error.issues.flatMap((issue) => complaints(issue, data, path));
}

function complaints(issue: z.core.$ZodIssue, data: unknown, above: Path): readonly Complaint[] {
  const own = issue.path.filter((part) => typeof part !== "symbol");
  const path = [...above, ...own];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => unknownField([...path, key], key, issue.message.split(", ")));
  }
  if (issue.code === "invalid_key") {
    const what = issue.issues[0]?.message ?? issue.message;
    return [{ path, text: expected(own.at(-1), what) }];
  }
  const value = valueAt(data, own);
  const meant = issue.code === "invalid_union" ? issue.errors.find(isOnlyInside) : undefined;
  return meant === undefined
    ? [{ path, text: expected(value, issue.message) }]
    : meant.flatMap((inside) => complaints(inside, value, path));
}

/** The way of writing that was chosen has the right outside, and is wrong somewhere inside. */
function isOnlyInside(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every((issue) => issue.path.length > 0 || issue.code === "unrecognized_keys");
}

function unknownField(path: Path, key: string, known: readonly string[]): Complaint {
  const near = suggestion(key, known);
  return { path, text: `unknown field${near || `: expected one of ${known.join(", ")}`}` };
}

/** The value at a path inside data of any shape; undefined where the path leads nowhere. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (Reflect.get(value, part) as unknown)
        : undefined,
    data,
  );
}

/** A complaint that quotes the value it is about. */
export function complaint(path: Path, value: unknown, what: string): Complaint {
  return { path, text: expected(value, what) };
}

/** A complaint about what two fields say together, where quoting one value does not suffice. */
export function conflict(path: Path, text: string): Complaint {
  return { path, text };
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.map(shown).join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
