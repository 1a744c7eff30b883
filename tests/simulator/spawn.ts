import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { SimulatorOptions } from "../../src/simulator/simulator.ts";

const program = fileURLToPath(new URL("serve.ts", import.meta.url));

export interface SpawnedSimulator {
  readonly apiRoot: string;
  readonly pid: number;
  readonly kill: () => Promise<void>;
}

/** A simulator in a process of its own, for tests that kill the bot; steer it by `/control`. */
export async function spawnSimulator(
  options: Pick<SimulatorOptions, "token" | "port" | "limits" | "record">,
): Promise<SpawnedSimulator> {
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [apiRoot]: string[] = await once(lines, "line");
  return {
    apiRoot: apiRoot ?? "",
    pid: child.pid ?? 0,
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}
