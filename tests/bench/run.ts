import { loadavg } from "node:os";
import { answersPerSecond, contenders } from "./answers.ts";
import { measureBroadcast, measureLoop, type Broadcast } from "./broadcast.ts";
import { measureCards } from "./cards.ts";
import { measureClaim } from "./claims.ts";
import { measureCorrections } from "./corrections.ts";
import { readArticles, readHostile } from "./extraction.ts";
import { measureFanOut } from "./fan-out.ts";
import { askDuringBroadcast, askDuringSpread, type Meanwhile } from "./meanwhile.ts";
import { measureSearch } from "./search.ts";
import { measureStartUp } from "./start-up.ts";

const rounds = 3;
const rate = 28;
const limit = 30;
const few = 1000;
const many = 1_000_000;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function table(head: readonly string[]): void {
  print("");
  row(head);
  row(head.map(() => "---"));
}

function row(cells: readonly (string | number)[]): void {
  print(`| ${cells.join(" | ")} |`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

/** Turn and turn about, so that a machine that slows down slows both. */
async function benchAnswers(): Promise<void> {
  const [ours, bare] = contenders;
  const pairs: (readonly [number, number])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push([await answersPerSecond(ours), await answersPerSecond(bare)]);
  }
  table([`answers a second, median of ${rounds}`, ""]);
  row([ours.name, median(pairs.map(([a]) => a)).toFixed(0)]);
  row([bare.name, median(pairs.map(([, b]) => b)).toFixed(0)]);
  row(["ratio, round by round", median(pairs.map(([a, b]) => a / b)).toFixed(2)]);
}

async function benchStartUp(): Promise<void> {
  const head = ["start-up, s", "all judged, s later", "reload of one story, s"];
  table(["stories", ...head, "resident memory, MB"]);
  for (const stories of [100, 1000, 10_000]) {
    const found = await measureStartUp(stories);
    const { startSeconds, gateSeconds, reloadSeconds, residentMegabytes } = found;
    const seconds = [startSeconds, gateSeconds, reloadSeconds].map((time) => time.toFixed(2));
    row([stories, ...seconds, residentMegabytes.toFixed(0)]);
  }
}

async function benchBroadcast(): Promise<void> {
  table(["a broadcast", "arrived", "a second", `of Telegram's ${limit}`, "429s"]);
  const tell = (name: string, found: Broadcast, of = percent(found.perSecond / limit)): void =>
    row([
      name,
      percent(found.reached / found.chats),
      found.perSecond.toFixed(2),
      of,
      found.refused,
    ]);
  tell("telegraf in a loop, 600 chats", await measureLoop(600, 0), "-");
  tell("the same, 35 ms between", await measureLoop(600, 35));
  const limited = await measureBroadcast({ chats: 2000, limits: "telegram" });
  tell("Mujaz, 2,000 chats", limited);
  const env = { BROADCAST_RATE: "1000", PAID_BROADCAST: "true" };
  const free = await measureBroadcast({ chats: 5000, limits: "off", env });
  tell("Mujaz, 5,000 chats, without limits", free, "-");
  print(`\nMujaz reaches ${percent(limited.perSecond / rate)} of its BROADCAST_RATE, ${rate}.`);
}

async function benchSize(): Promise<void> {
  const found = await measureFanOut(few, many);
  table([`${many} subscriptions on one schedule`, ""]);
  row(["messages put into the outbox", found.messages]);
  row(["time for it, s", found.seconds.toFixed(1)]);
  row(["longest hold of the event loop, ms", found.longestBlock.toFixed(0)]);
  row(["resident memory before and at most, MB", memory(found.before, found.most)]);
  row([`tick with nothing due, ${few} subscriptions, ms`, found.idleFew.toFixed(2)]);
  row([`tick with nothing due, ${many} subscriptions, ms`, found.idleMany.toFixed(2)]);
  for (const size of [few, many]) {
    row([`taking ten of ${size} that wait, ms`, (await measureClaim(size)).toFixed(2)]);
  }
}

async function benchCorrections(): Promise<void> {
  const found = await measureCorrections(100_000, 200);
  table([`a figure changed that ${found.messages} messages show`, ""]);
  row(["edits put into the outbox", found.queued]);
  row([`time for it, ${found.contents} contents made anew, s`, found.seconds.toFixed(2)]);
  row(["longest hold of the event loop, ms", found.longestBlock.toFixed(0)]);
}

/** Seconds for each language. */
const readFor = 3;

function benchExtraction(): void {
  table(["figures read out of articles", ""]);
  for (const lang of ["ar", "en"] as const) {
    const { perSecond, length } = readArticles(lang, readFor);
    row([`articles a second, ${lang}, ${length.toFixed(0)} characters each`, perSecond.toFixed(0)]);
  }
  const { name, seconds } = readHostile();
  row([`the slowest hostile megabyte (${name}), s`, seconds.toFixed(2)]);
}

async function benchCards(): Promise<void> {
  const { firstMs, kinds, longestBlock, before, most } = await measureCards(50);
  table(["cards drawn", ""]);
  for (const { name, perSecond } of kinds) row([`a second, ${name}`, perSecond.toFixed(1)]);
  row(["the first one, ms", firstMs.toFixed(0)]);
  row(["longest hold of the event loop, ms", longestBlock.toFixed(0)]);
  row(["resident memory before and at most, MB", memory(before, most)]);
}

function memory(before: number, most: number): string {
  return `${before.toFixed(0)}, ${most.toFixed(0)}`;
}

function tellMeanwhile(name: string, found: Meanwhile): void {
  const { answers, p95, refused, resident, most } = found;
  row([name, answers, p95.toFixed(0), refused, memory(resident, most)]);
}

async function benchMeanwhile(): Promise<void> {
  table(["answers to /ghouta while", "answers", "p95, ms", "429s", "resident and at most, MB"]);
  tellMeanwhile("a broadcast to 600 chats runs at the limits", await askDuringBroadcast(600));
  tellMeanwhile(`${many} digests are put into the outbox`, await askDuringSpread(many));
}

async function benchSearch(): Promise<void> {
  const head = ["ready, s", "longest hold of the event loop, ms", "p50, ms", "p99, ms"];
  table(["stories searched", ...head, "worst hostile query, ms", "10 reloaded, ms", "memory, MB"]);
  for (const stories of [few, 10_000]) {
    const found = await measureSearch(stories);
    const { readySeconds, longestBlock, p50, p99, hostile, reloadMilliseconds, megabytes } = found;
    const times = [p50, p99, hostile, reloadMilliseconds].map((time) => time.toFixed(1));
    row([
      stories,
      readySeconds.toFixed(2),
      longestBlock.toFixed(0),
      ...times,
      megabytes.toFixed(0),
    ]);
  }
}

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  answers: benchAnswers,
  "start-up": benchStartUp,
  broadcast: benchBroadcast,
  size: benchSize,
  meanwhile: benchMeanwhile,
  corrections: benchCorrections,
  extraction: benchExtraction,
  cards: benchCards,
  search: benchSearch,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(", ")}: expected ${Object.keys(parts).join(", ")}\n`);
  process.exit(2);
}
const load = (): string => loadavg()[0]?.toFixed(2) ?? "";
print(`load before: ${load()}`);
for (const [name, bench] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await bench();
}
print(`\nload after: ${load()}`);
