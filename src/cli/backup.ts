import { statSync } from "node:fs";
import { readDatabaseUrl } from "../config.ts";
import { backUp } from "../store/backup.ts";
import { UsageError, type Verb } from "./verb.ts";

/** `mujaz backup FILE`: a copy of the store, while the bot runs. */
export const backup: Verb = async ({ args, env, print }) => {
  const [file, ...more] = args;
  if (file === undefined || more.length > 0) throw new UsageError("expected backup FILE");
  await backUp(readDatabaseUrl(env), file);
  const megabytes = (statSync(file).size / 1_000_000).toFixed(1);
  print(`${file}: the store, whole and checked (${megabytes} MB)`);
  return 0;
};
