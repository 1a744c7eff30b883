import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort, token } from "../app/bot-process.ts";
import { spawnSimulator } from "../simulator/spawn.ts";
import { quantile } from "./table.ts";

const readers = 1000;
/** A burst that one chat may get at once. */
const commandsPerReader = 3;
const backlog = readers * commandsPerReader;
const firstReader = 1_000_000;

/**
 * Questions one by one after that, each of another reader who has asked nothing yet, since a chat
 * gets so many messages a second; and milliseconds between two.
 */
const single = 500;
const between = 10;

/** How a bot is started: arguments to Node, and what it needs of the environment besides. */
export interface Contender {
  readonly name: string;
  readonly program: readonly string[];
  readonly environment: (folder: string) => Promise<Readonly<Record<string, string>>>;
}

export const contenders: readonly Contender[] = [
  {
    name: "Mujaz: `/ghouta` from the content folder",
    program: ["src/preflight.js", "start"],
    environment: async (folder) => ({
      DATABASE_URL: `file:${join(folder, "mujaz.db")}`,
      PORT: String(await freePort()),
      LOG_LEVEL: "error",
    }),
  },
  bare("telegraf"),
  bare("grammy"),
];

function bare(name: "telegraf" | "grammy"): Contender {
  return {
    name: `bare ${name === "grammy" ? "grammY" : name}: a constant text`,
    program: [`tests/bench/peers/${name}-bot.ts`],
    environment: () => Promise.resolve({}),
  };
}

export interface Answers {
  /** While the bot works off commands that wait for it, from first to last. */
  readonly perSecond: number;
  /** Milliseconds from a question to Telegram's taking the answer, asked one by one. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export async function measureAnswers(contender: Contender): Promise<Answers> {
  const simulator = await spawnSimulator({ token, limits: "off", record: "compact" });
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  try {
    await askAll(simulator.apiRoot);
    const bot = spawn(process.execPath, [...contender.program], {
      env: {
        PATH: process.env["PATH"] ?? "",
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: simulator.apiRoot,
        ...(await contender.environment(folder)),
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const gone = once(bot, "exit");
    const died = gone.then(() => Promise.reject(new Error(`${contender.name} ended by itself`)));
    const measured = measureBot(simulator.apiRoot);
    const answers = await Promise.race([measured, died]).finally(() => bot.kill("SIGKILL"));
    await gone;
    return answers;
  } finally {
    await simulator.kill();
    rmSync(folder, { recursive: true });
  }
}

async function measureBot(apiRoot: string): Promise<Answers> {
  const times = (await answersIn(apiRoot, backlog)).map(({ time }) => time);
  const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
  const waits = await askOneByOne(apiRoot);
  return {
    perSecond: (backlog - 1) / seconds,
    p50: quantile(waits, 0.5),
    p95: quantile(waits, 0.95),
    p99: quantile(waits, 0.99),
  };
}

async function askAll(apiRoot: string): Promise<void> {
  await post(`${apiRoot}/control/world/addCrowd`, {
    firstId: firstReader,
    count: readers + single,
    languageCode: "ar",
  });
  for (let turn = 0; turn < commandsPerReader; turn += 1) {
    for (let index = 0; index < readers; index += 1) await ask(apiRoot, firstReader + index);
  }
}

async function askOneByOne(apiRoot: string): Promise<readonly number[]> {
  const askedAt = new Map<number, number>();
  for (let index = 0; index < single; index += 1) {
    const reader = firstReader + readers + index;
    askedAt.set(reader, Date.now());
    await ask(apiRoot, reader);
    await setTimeout(between);
  }
  const answers = await answersIn(apiRoot, backlog + single);
  return answers
    .slice(backlog)
    .map(({ chatId, time }) => time - (askedAt.get(chatId) ?? Number.NaN));
}

async function ask(apiRoot: string, reader: number): Promise<void> {
  await post(`${apiRoot}/control/message`, { person: reader, chat: reader, text: "/ghouta" });
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

interface Entry {
  readonly type: string;
  readonly seq: number;
  readonly chatId: number;
  /** When it was taken, in Unix milliseconds of the simulator. */
  readonly time: number;
}

/** So many answers from the first on, once they are there. */
async function answersIn(apiRoot: string, count: number): Promise<readonly Entry[]> {
  const answers: Entry[] = [];
  let after = 0;
  while (answers.length < count) {
    const url = `${apiRoot}/control/record?after=${after}&limit=1000&waitMs=2000`;
    const page: { readonly entries: readonly Entry[] } = JSON.parse(
      await (await fetch(url)).text(),
    );
    answers.push(...page.entries.filter(({ type }) => type === "sent"));
    after = page.entries.at(-1)?.seq ?? after;
  }
  return answers;
}
