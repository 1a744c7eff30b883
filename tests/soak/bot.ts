import { timers } from "./clock/install.ts";
import { followTime } from "./clock/follow.ts";
import { runApp } from "../../src/app/run-app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";

// The bot as `mujaz start` runs it, in the time of the process that started it.
followTime();
const stop = new AbortController();
process.on("SIGTERM", () => stop.abort());
const config = readConfig(process.env);
const clock = () => new Date(timers.now());
const end = await runApp({ ...config, clock, log: createLog(config.logLevel) }, stop.signal);
if (end.type === "fatal") process.stderr.write(`${end.reason}\n`);
process.exit(end.type === "fatal" ? 1 : 0);
