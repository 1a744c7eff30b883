import { runApp } from "../app/run-app.ts";
import { readConfig } from "../config.ts";
import { secretsIn } from "../config/variables.ts";
import { createLog, createRedact } from "../log.ts";
import { UserError, type Verb } from "./verb.ts";

/** `mujaz start`: the bot on Telegram, until it is stopped. */
export const start: Verb = async ({ env, clock, stop }) => {
  const config = readConfig(env);
  const { host, port } = config;
  const log = createLog(config.logLevel, { redact: createRedact(secretsIn(env)) });
  const end = await runApp({ ...config, listen: { host, port }, clock, log }, stop);
  if (end.type === "fatal") throw new UserError(end.reason);
  return 0;
};
