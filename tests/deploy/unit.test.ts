import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";

const path = fileURLToPath(new URL("../../src/deploy/mujaz.service", import.meta.url));
const unit = readFileSync(path, "utf8");

/** All values of a setting, in order. */
function valuesOf(name: string): readonly string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);
}

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

it("the service runs as nobody in particular, and writes into its own folder alone", () => {
  expect(valuesOf("DynamicUser")).toEqual(["yes"]);
  expect(valuesOf("ProtectSystem")).toEqual(["strict"]);
  expect(valuesOf("ReadWritePaths")).toEqual([]);
  const [state = ""] = valuesOf("StateDirectory");
  expect(valuesOf("Environment")).toContain(
    `DATABASE_URL=file:/var/lib/${state.split(" ")[0]}/mujaz.db`,
  );
});

it("the service has longer to stop than what is in flight takes, and starts again but for a wrong variable", () => {
  expect(Number(valuesOf("TimeoutStopSec")[0])).toBeGreaterThan(60);
  expect(valuesOf("Restart")).toEqual(["always"]);
  expect(valuesOf("RestartPreventExitStatus")).toEqual(["78"]);
  const bot = spawnSync(process.execPath, ["src/preflight.js", "start"], { env: {} });
  expect(bot.status).toBe(78);
  expect(String(bot.stderr)).toContain("BOT_TOKEN");
});

it.runIf(hasSystemd)("systemd understands all of the service, and finds it well confined", () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  // It looks for the program, which is not installed here.
  const program = join(folder, "node");
  mkdirSync(folder, { recursive: true });
  cpSync(process.execPath, program);
  const here = join(folder, "mujaz.service");
  writeFileSync(here, unit.replace(/^ExecStart=\S+/m, `ExecStart=${program}`));
  const verified = spawnSync("systemd-analyze", ["verify", here], { encoding: "utf8" });
  expect(verified.stdout + verified.stderr).toBe("");
  expect(verified.status).toBe(0);
  const confined = ["security", "--offline=true", "--no-pager", "--threshold=20", here];
  expect(spawnSync("systemd-analyze", confined).status).toBe(0);
});
