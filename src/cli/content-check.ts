import { parseArgs } from "node:util";
import { commandNames } from "../commands/names.ts";
import { readCheckConfig } from "../config.ts";
import { loadContent } from "../content/load.ts";
import { describeProblem } from "../content/problem.ts";
import type { Edition } from "../domain/edition.ts";
import { savedChanges, toldBefore } from "./check/saved.ts";
import { changesSince, editionAt } from "./check/since.ts";
import { UserError, type Verb } from "./verb.ts";

const usage = "content:check: expected [DIR] [--since REVISION]";

/**
 * `mujaz content:check [DIR] [--since REVISION]`: every problem of every file, a line each, and exit
 * code 1 if any. Where there is none: which figures a save would change, compared with what the
 * messages of the store show, or with the folder as it was at a revision of its git repository.
 */
export const contentCheck: Verb = async ({ args, env, print }) => {
  const { contentDir, databaseUrl, confirmAbove } = readCheckConfig(env);
  const { dir = contentDir, since: revision } = readArgs(args);

  async function passed(previous?: Edition): Promise<Edition | undefined> {
    const options = { reserved: new Set(commandNames), ...(previous && { previous }) };
    const result = await loadContent(dir, options);
    if (result.type === "edition") return result.edition;
    for (const problem of result.problems) print(describeProblem(problem));
    return undefined;
  }

  const edition = await passed();
  if (edition === undefined) return 1;
  const past = revision === undefined ? undefined : await editionAt({ dir, revision, env });
  // The bot's store says nothing about another folder than the bot's.
  const told = dir === contentDir ? await toldBefore(databaseUrl) : undefined;
  for (const before of [past, told]) {
    // No story may vanish that was told.
    if (before !== undefined && (await passed(before)) === undefined) return 1;
  }
  print(`${dir}: no problems in ${edition.topics.size} topics and ${edition.stories.size} stories`);
  const lines =
    past === undefined
      ? await savedChanges(edition, { databaseUrl, confirmAbove })
      : changesSince(past, edition);
  for (const line of lines) print(line);
  return 0;
};

function readArgs(args: readonly string[]): { readonly dir?: string; readonly since?: string } {
  const { values, positionals } = parsed(args);
  const [dir, ...more] = positionals;
  if (more.length > 0) throw new UserError(usage);
  return { ...(dir !== undefined && { dir }), ...values };
}

function parsed(args: readonly string[]) {
  try {
    const options = { since: { type: "string" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new UserError(usage);
  }
}
