import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { token } from "../app/bot-process.ts";

/** A bot's process. */
export interface Running {
  readonly pid: number;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<unknown>;
}

/** `tests/bench/peers/NAME.ts`, with nothing of our environment but the path. */
export function startPeer(name: string, args: readonly number[], apiRoot: string): Running {
  const child = spawn(process.execPath, [`tests/bench/peers/${name}.ts`, ...args.map(String)], {
    env: { PATH: process.env["PATH"] ?? "", BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    pid: child.pid ?? 0,
    kill: (signal) => child.kill(signal),
    ended: once(child, "exit"),
  };
}

export interface Usage {
  /** Of all its threads, by the user and the system. */
  readonly cpuMilliseconds: number;
  readonly residentMegabytes: number;
  /** The most that it ever had. */
  readonly mostMegabytes: number;
}

/** The kernel counts time in hundredths of a second. */
const tick = 10;

/** What a process has used so far; undefined once it is gone. */
export function usageOf(pid: number): Usage | undefined {
  try {
    const [, afterName = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const fields = afterName.split(" ").map(Number);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const megabytes = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN) / 1024;
    const mostMegabytes = megabytes("VmHWM");
    if (Number.isNaN(mostMegabytes)) return undefined;
    return {
      cpuMilliseconds: ((fields[11] ?? 0) + (fields[12] ?? 0)) * tick,
      residentMegabytes: megabytes("VmRSS"),
      mostMegabytes,
    };
  } catch {
    return undefined;
  }
}

/** Looks at a process again and again, so that what it used is known when it is gone. */
export function watchUsage(pid: number): { readonly last: () => Usage } {
  let last: Usage = usageOf(pid) ?? { cpuMilliseconds: 0, residentMegabytes: 0, mostMegabytes: 0 };
  const timer = setInterval(look, 50);
  function look(): void {
    const usage = usageOf(pid);
    if (usage === undefined) clearInterval(timer);
    else last = usage;
  }
  timer.unref();
  return {
    last() {
      look();
      return last;
    },
  };
}
