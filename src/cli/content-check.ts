import { resolve } from "node:path";
import { commandNames } from "../commands/names.ts";
import { readCheckConfig } from "../config.ts";
import { loadContent, type LoadResult } from "../content/load.ts";
import type { Problem } from "../content/problem.ts";
import type { Edition } from "../domain/edition.ts";
import { readCheckArguments } from "./check/arguments.ts";
import { problemLine } from "./check/problem-line.ts";
import { savedChanges, toldBefore } from "./check/saved.ts";
import { changesSince, editionAt } from "./check/since.ts";
import type { Verb } from "./verb.ts";

/**
 * `mujaz content:check [DIR] [--since REVISION] [--json | --format text|json|github] [--strict]`:
 * every problem of every file, a line each, and exit code 1 if any is an error, or with `--strict`
 * a warning. Where none is an error: which figures a save would change, compared with what the
 * messages of the store show, or with the folder as it was at a revision of its git repository.
 */
export const contentCheck: Verb = async ({ args, env, print, warn }) => {
  const { contentDir, databaseUrl, confirmAbove } = readCheckConfig(env);
  const { dir = contentDir, since: revision, format, isStrict } = readCheckArguments(args);
  const past = revision === undefined ? undefined : await editionAt({ dir, revision, env });
  // The bot's store says nothing about another folder than the bot's.
  const isOwn = resolve(dir) === resolve(contentDir);
  const told = isOwn ? await toldBefore(databaseUrl) : undefined;

  const result = await checked(dir, [past, told]);
  const problems = problemsOf(result);
  for (const problem of problems) print(problemLine(problem, format, dir));
  if (result.type === "problems") return 1;
  // Programs get nothing but JSON on standard output.
  const say = format === "json" ? warn : print;
  const { topics, stories } = result.edition;
  say(`${dir}: ${counted(problems)} in ${topics.size} topics and ${stories.size} stories`);
  const lines =
    past === undefined
      ? await savedChanges(result.edition, { databaseUrl, confirmAbove })
      : changesSince(past, result.edition);
  for (const line of lines) say(line);
  return isStrict && problems.length > 0 ? 1 : 0;
};

/** The folder beside these editions, of whose stories none may have vanished. */
async function checked(dir: string, before: readonly (Edition | undefined)[]): Promise<LoadResult> {
  const reserved = new Set(commandNames);
  let result = await loadContent(dir, { reserved });
  for (const previous of before) {
    if (previous === undefined || result.type === "problems") continue;
    result = await loadContent(dir, { reserved, previous });
  }
  return result;
}

function problemsOf(result: LoadResult): readonly Problem[] {
  return result.type === "edition" ? result.warnings : result.problems;
}

function counted({ length }: readonly Problem[]): string {
  if (length === 0) return "no problems";
  return length === 1 ? "1 warning" : `${length} warnings`;
}
