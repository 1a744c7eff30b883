import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { real, timers } from "./clock/install.ts";
import type { Player } from "./clock/conductor.ts";

const program = fileURLToPath(new URL("bot.ts", import.meta.url));
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A process of the bot, in our time. */
export interface BotPlayer extends Player {
  /** All that it has written. */
  readonly output: () => string;
  readonly isOver: () => boolean;
  /** Its exit code, or the signal that ended it, once it is over. */
  readonly end: () => number | string | undefined;
  readonly signal: (signal: "SIGTERM" | "SIGKILL") => void;
  /** Kills it in the middle of what it does next, so many milliseconds of real time into it. */
  readonly doom: (ms: number) => void;
  /** It stands still, and time passes without it. */
  readonly freeze: () => void;
  readonly thaw: () => void;
}

const toNobody = (): void => undefined;

export function startBot(env: Readonly<Record<string, string>>): BotPlayer {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program], {
    cwd: root,
    env: { PATH, HOME, ...env, SOAK_NOW: String(timers.now()) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output: string[] = [];
  let end: number | string | undefined;
  let frozen = false;
  let doomedIn: number | undefined;
  let answered: (due: number) => void = toNobody;
  child.stdout?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.on("message", (due) => answered(due === null ? Infinity : Number(due)));
  child.once("close", (code, signal) => {
    end = code ?? signal ?? "nothing";
    answered(Infinity);
  });
  // What is sent to one that has just ended.
  child.on("error", () => undefined);
  return {
    goTo(moment) {
      if (end !== undefined || frozen) return Promise.resolve(Infinity);
      const { promise, resolve } = Promise.withResolvers<number>();
      answered = resolve;
      if (child.connected) child.send(moment, () => undefined);
      if (doomedIn !== undefined) real.setTimeout(() => child.kill("SIGKILL"), doomedIn);
      doomedIn = undefined;
      return promise;
    },
    output: () => output.join(""),
    isOver: () => end !== undefined,
    end: () => end,
    signal: (signal) => void child.kill(signal),
    doom(ms) {
      doomedIn = ms;
    },
    freeze() {
      frozen = true;
      child.kill("SIGSTOP");
    },
    thaw() {
      frozen = false;
      child.kill("SIGCONT");
    },
  };
}
