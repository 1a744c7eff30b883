import { availableParallelism, loadavg } from "node:os";
import { benchAnswers } from "./parts/answers.ts";
import { benchBroadcast } from "./parts/broadcast.ts";
import { benchCards } from "./parts/cards.ts";
import { benchCorrections } from "./parts/corrections.ts";
import { benchExtraction } from "./parts/extraction.ts";
import { benchMeanwhile } from "./parts/meanwhile.ts";
import { benchSearch } from "./parts/search.ts";
import { benchSize } from "./parts/size.ts";
import { benchStartUp } from "./parts/start-up.ts";
import { print } from "./table.ts";

interface Part {
  readonly name: string;
  readonly run: () => Promise<void> | void;
}

const parts: readonly Part[] = [
  { name: "broadcast", run: benchBroadcast },
  { name: "answers", run: benchAnswers },
  { name: "size", run: benchSize },
  { name: "meanwhile", run: benchMeanwhile },
  { name: "corrections", run: benchCorrections },
  { name: "start-up", run: benchStartUp },
  { name: "extraction", run: benchExtraction },
  { name: "search", run: benchSearch },
  { name: "cards", run: benchCards },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  const names = parts.map(({ name }) => name).join(", ");
  process.stderr.write(`${unknown.join(", ")}: expected ${names}\n`);
  process.exit(2);
}

const loads: string[] = [];
function noteLoad(): void {
  loads.push((loadavg()[0] ?? 0).toFixed(1));
}

noteLoad();
for (const { name, run } of parts) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  await run();
  noteLoad();
}
print(`\nOn ${availableParallelism()} cores; load before, and after each: ${loads.join(", ")}.`);
