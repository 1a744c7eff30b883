import { timers } from "./clock/install.ts";
import { liveDay } from "./day.ts";
import type { Count } from "./count.ts";
import { judge } from "./oracle.ts";
import { planDay } from "./plan.ts";

const [seedGiven, chatsGiven = "20000", hoursGiven = "24"] = process.argv.slice(2);
const seed =
  seedGiven === undefined ? Math.floor(performance.timeOrigin) % 1_000_000 : Number(seedGiven);
const size = { seed, chats: Number(chatsGiven), hours: Number(hoursGiven) };

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function row({ name, of, open = 0, found }: Count): string {
  return `${name.padEnd(44)} ${[found.length, open, of].map((n) => String(n).padStart(9)).join(" ")}`;
}

const mostLines = 10;

const plan = planDay(size, timers.now());
print(`soak ${seed} ${size.chats} ${size.hours}: ${plan.deeds.length} deeds`);
const lived = await liveDay(plan, print);
const counts = judge(lived);
print(`${"".padEnd(44)} ${["found", "in doubt", "of"].map((word) => word.padStart(9)).join(" ")}`);
for (const count of counts) {
  print(row(count));
  for (const line of count.found.slice(0, mostLines)) print(`    ${line}`);
}
const seconds = Math.round(performance.now() / 1000);
const hours = Math.round((lived.overAt - plan.start) / 360_000) / 10;
print(`${hours} hours in ${seconds} s; kills: ${lived.kills.length}`);
process.exit(counts.every(({ found }) => found.length === 0) ? 0 : 1);
