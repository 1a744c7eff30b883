import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { request } from "undici";
import { bad, ok, warn, type Finding } from "./finding.ts";

const second = 1000;
const mebibyte = 1024 * 1024;

/** Milliseconds that an answer may take. */
const patience = 10 * second;

/** The clock beside that of Telegram's server, which its answers name to the second. */
export async function checkClock(apiRoot: string, clock: () => Date): Promise<Finding> {
  const about = "clock";
  const date = await dateOf(apiRoot);
  if (date === undefined) {
    return warn(about, `${apiRoot} does not say what time it is`, "compare it with a time server");
  }
  const off = Math.abs(clock().getTime() - date.getTime()) / second;
  if (off <= 5) return ok(about, "as Telegram's");
  const what = `${Math.round(off)} seconds from Telegram's`;
  const mend = "let a time service set it, such as systemd-timesyncd";
  return off <= 60 ? warn(about, what, mend) : bad(about, what, mend);
}

async function dateOf(apiRoot: string): Promise<Date | undefined> {
  try {
    const signal = AbortSignal.timeout(patience);
    const { headers, body } = await request(apiRoot, { method: "HEAD", signal });
    await body.dump();
    const date = new Date(String(headers["date"]));
    return Number.isNaN(date.getTime()) ? undefined : date;
  } catch {
    // That Telegram cannot be reached is said by the check of the token.
    return undefined;
  }
}

/** Years for which zone data are taken to be good. */
const freshFor = 2;

/** The rules of summer time, which states change at short notice. */
export function checkZones(zone: string, now: Date): Finding {
  const { tz = "" } = process.versions;
  const year = Number.parseInt(tz, 10);
  if (now.getUTCFullYear() - year <= freshFor) return ok("zone data", `${tz}, with ${zone}`);
  return warn("zone data", `of ${tz || "an unknown year"}`, "run a newer release of Node 24");
}

/** Whether a folder can be written to, and how much what is there may still grow. */
export function checkDisk(written: string): Finding {
  const about = "disk";
  const folder = nearestFolder(resolve(written));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch {
    return bad(about, `${folder} cannot be written to`, "give it to the user who runs the bot");
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / mebibyte);
  const what = `${free} MiB free at ${folder}`;
  if (free >= 500) return ok(about, what);
  const mend = "make room: a full disk stops the bot";
  return free >= 50 ? warn(about, what, mend) : bad(about, what, mend);
}

/** What is there of a path: the store makes the rest. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
