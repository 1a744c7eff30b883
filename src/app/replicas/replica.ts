import { randomUUID } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import type { Replica } from "../../store/replicas.ts";

/**
 * This process among all that ever use one store; its name is `MACHINE PID UNIQUE`. Another is known
 * to have ended where it was on this machine and its number is free. Machines and containers may
 * share a name, and their first processes a number: two are only taken for one machine where they
 * booted together and see the same processes.
 */
export function nameReplica(machine: string = machineName()): Replica {
  return {
    name: [machine, process.pid, randomUUID()].join(" "),
    isDead(name) {
      const [place, pid] = name.split(" ");
      const number = Number(pid);
      return place === machine && Number.isSafeInteger(number) && number > 0 && !isRunning(number);
    },
  };
}

function machineName(): string {
  const parts = [hostname().replaceAll(/\s/g, "-"), bootOf(), processesOf()];
  return parts.filter((part) => part !== undefined).join("/");
}

/** Linux alone says. */
function bootOf(): string | undefined {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return undefined;
  }
}

/** Which processes are seen: those of a container are other ones. */
function processesOf(): string | undefined {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}
