import { ContentError } from "./app/editions/content.ts";
import { ConfigError, secretsIn } from "./config/variables.ts";
import { UsageError, UserError, type Verb } from "./cli/verb.ts";
import { createRedact, type Redact } from "./log.ts";
import { ServerError } from "./server/server.ts";
import { StoreError } from "./store/database.ts";

/** Loaded when called for, so that the bot needs nothing of what only the playground uses. */
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import("./cli/start.ts")).start,
  playground: async () => (await import("./cli/playground.ts")).playground,
  outbox: async () => (await import("./cli/outbox.ts")).outbox,
  figures: async () => (await import("./cli/figures.ts")).figures,
  draft: async () => (await import("./cli/draft.ts")).draft,
  "content:check": async () => (await import("./cli/content-check.ts")).contentCheck,
  doctor: async () => (await import("./cli/doctor.ts")).doctor,
  backup: async () => (await import("./cli/backup.ts")).backup,
  "migrate-store": async () => (await import("./cli/migrate-store.ts")).migrateStore,
  subscribers: async () => (await import("./cli/subscribers.ts")).subscribers,
  "content:schemas": async () => (await import("./cli/content-schemas.ts")).contentSchemas,
};

/**
 * `mujaz <verb>`: hands the environment, the clock and the signals to the verb. The first SIGINT or
 * SIGTERM asks it to stop, the second ends the process at once.
 */
export async function main(): Promise<void> {
  const [name = "", ...args] = process.argv.slice(2);
  const complain = complainer(createRedact(secretsIn(process.env)));
  process.on("uncaughtException", (error) => crash(complain, error));
  // Whoever reads what we print may have read enough, as `head` has.
  process.stdout.on("error", (error) => {
    process.exit("code" in error && error.code === "EPIPE" ? 0 : 1);
  });
  const load = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (load === undefined) {
    complain(`${name || "no verb"}: expected one of ${Object.keys(verbs).join(", ")}`);
    process.exitCode = 2;
    return;
  }
  try {
    const verb = await load();
    process.exitCode = await verb({
      args,
      env: process.env,
      clock: () => new Date(),
      print: (line) => process.stdout.write(`${line}\n`),
      warn: complain,
      input: standardInput(),
      stop: stopSignal(complain),
    });
  } catch (error) {
    complain(explain(error));
    process.exitCode = exitCodeOf(error);
  }
}

/** 78 is EX_CONFIG of sysexits.h: to start again is of no use before a variable is mended. */
function exitCodeOf(error: unknown): number {
  if (error instanceof ConfigError) return 78;
  return error instanceof UsageError ? 2 : 1;
}

/** Opened only where something reads it: an open one would keep the process from ending. */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  for await (const chunk of process.stdin) yield Buffer.from(chunk);
}

/** Milliseconds in which a process that is asked to stop has ended: a send in flight has a minute. */
const mostStopping = 64_000;

function stopSignal(complain: Complain): AbortSignal {
  const stop = new AbortController();
  // What stands in the way, such as a store that does not answer, would do so for ever.
  const giveUp = (): never => {
    complain("ended before all was written: the next start goes on from there");
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(1);
      stop.abort();
      setTimeout(giveUp, mostStopping).unref();
    });
  }
  return stop.signal;
}

type Complain = (text: string) => void;

function complainer(redact: Redact): Complain {
  return (text) => {
    for (const line of text.split("\n")) process.stderr.write(`mujaz: ${redact(line)}\n`);
  };
}

/** Nobody waited for it, a rejected promise included: what state we are in is not known any more. */
function crash(complain: Complain, error: unknown): never {
  complain(explain(error).replaceAll(/\s+/g, " "));
  process.exit(1);
}

const mendable = [ConfigError, ContentError, ServerError, StoreError, UserError];

/** Errors that a person can mend say so themselves; anything else is ours, and shows where. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return `unexpected error: ${String(error)}`;
  return mendable.some((kind) => error instanceof kind)
    ? error.message
    : `unexpected error: ${error.message} (${error.stack?.split("\n")[1]?.trim() ?? "no place"})`;
}
