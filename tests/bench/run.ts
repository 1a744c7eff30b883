import { answersPerSecond, contenders } from "./answers.ts";
import { measureStartUp } from "./start-up.ts";

const rounds = 3;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Turn and turn about, so that a machine that slows down slows both. */
async function benchAnswers(): Promise<void> {
  const [ours, bare] = contenders;
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push([await answersPerSecond(ours), await answersPerSecond(bare)]);
  }
  print("| answers a second, median of 3 | |\n| --- | --- |");
  print(`| ${ours.name} | ${median(pairs.map(([a]) => a)).toFixed(0)} |`);
  print(`| ${bare.name} | ${median(pairs.map(([, b]) => b)).toFixed(0)} |`);
  print(`| ratio, round by round | ${median(pairs.map(([a, b]) => a / b)).toFixed(2)} |\n`);
}

async function benchStartUp(): Promise<void> {
  print("| stories | start-up, s | reload of one story, s | resident memory, MB |");
  print("| --- | --- | --- | --- |");
  for (const stories of [100, 1000, 10_000]) {
    const found = await measureStartUp(stories);
    const { startSeconds, reloadSeconds, residentMegabytes } = found;
    print(
      `| ${stories} | ${startSeconds.toFixed(2)} | ${reloadSeconds.toFixed(2)} | ${residentMegabytes.toFixed(0)} |`,
    );
  }
}

await benchAnswers();
await benchStartUp();
