import { commandNames } from "../commands/names.ts";
import { createLoader } from "../content/load.ts";
import { describeProblem } from "../content/problem.ts";
import type { Verb } from "./verb.ts";

/** `mujaz content:check [DIR]`: every problem of every file, a line each; exit code 1 if any. */
export const contentCheck: Verb = async ({ args, env, print }) => {
  const dir = args[0] ?? env["CONTENT_DIR"] ?? "content";
  const result = await createLoader(dir, { reserved: new Set(commandNames) }).load();
  if (result.type === "problems") {
    for (const problem of result.problems) print(describeProblem(problem));
    return 1;
  }
  const { topics, stories } = result.edition;
  print(`${dir}: no problems in ${topics.size} topics and ${stories.size} stories`);
  return 0;
};
