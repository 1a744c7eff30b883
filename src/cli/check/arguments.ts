import { parseArgs } from "node:util";
import { UsageError } from "../verb.ts";
import { formats, type Format } from "./problem-line.ts";

export interface CheckArguments {
  readonly dir?: string;
  /** A revision of the folder's git repository. */
  readonly since?: string;
  readonly format: Format;
  /** Whether warnings count like errors. */
  readonly isStrict: boolean;
}

const usage =
  "content:check: expected [DIR] [--since REVISION] [--json | --format text|json|github] [--strict]";

/** @throws UsageError */
export function readCheckArguments(args: readonly string[]): CheckArguments {
  const { values, positionals } = parsed(args);
  const [dir, ...more] = positionals;
  const { since, json = false, strict: isStrict = false } = values;
  const format = formatOf(values.format, json);
  // A variable of a script that is not set must not mean the folder that it runs in.
  if (dir === "" || more.length > 0 || format === undefined) throw new UsageError(usage);
  return {
    ...(dir !== undefined && { dir }),
    ...(since !== undefined && { since }),
    format,
    isStrict,
  };
}

function formatOf(given: string | undefined, isJson: boolean): Format | undefined {
  if (given === undefined) return isJson ? "json" : "text";
  return isJson ? undefined : formats.find((format) => format === given);
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      since: { type: "string" },
      json: { type: "boolean" },
      format: { type: "string" },
      strict: { type: "boolean" },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new UsageError(usage);
  }
}
