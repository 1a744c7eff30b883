import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export const token = "123456789:AAE-token_of_the_end_to_end_tests_00";

export interface BotProcess {
  readonly pid: number;
  /** All that it has written so far. */
  readonly output: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Whether it ended as it was asked to, by itself or by a signal of ours. */
  readonly endedWell: Promise<boolean>;
  /** Resolves when the text was written. */
  readonly wrote: (text: string) => Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

/** `mujaz <args>` as its own process, with nothing of our environment but the path. */
export function startProcess(args: readonly string[], env: Environment = {}): BotProcess {
  return watch(
    spawn(process.execPath, ["src/preflight.js", ...args], {
      cwd: root,
      env: { ...path(), ...env },
    }),
  );
}

/** `npm <args>`, as an operator starts it. */
export function startNpm(args: readonly string[], env: Environment = {}): BotProcess {
  return watch(spawn("npm", [...args], { cwd: root, env: { ...path(), ...env } }));
}

function path(): Environment {
  return { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" };
}

function watch(child: ChildProcess): BotProcess {
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | string>((resolve) => {
    child.once("close", (code, signal) => resolve(code ?? signal ?? "nothing"));
  });
  const signals = new Set<string>();
  return {
    pid: child.pid ?? 0,
    output: () => output,
    kill(signal) {
      signals.add(signal);
      child.kill(signal);
    },
    ended,
    endedWell: ended.then((end) => end === 0 || signals.has(String(end))),
    wrote: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(text)) resolve();
        };
        child.stdout?.on("data", look);
        child.stderr?.on("data", look);
        look();
        void ended.then((end) => reject(new Error(`ended with ${String(end)}: ${output}`)));
      }),
  };
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
