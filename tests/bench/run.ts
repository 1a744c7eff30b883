import { spawnSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { parts } from "./parts.ts";
import { print } from "./table.ts";

const part = fileURLToPath(new URL("part.ts", import.meta.url));
const names = parts.map(({ name }) => name);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(", ")}: expected ${names.join(", ")}\n`);
  process.exit(2);
}

const loads: string[] = [];
function noteLoad(): void {
  loads.push((loadavg()[0] ?? 0).toFixed(1));
}

noteLoad();
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { status } = spawnSync(process.execPath, [part, name], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
  noteLoad();
}
print(`\nOn ${availableParallelism()} cores; load before, and after each: ${loads.join(", ")}.`);
