import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { token } from "../app/bot-process.ts";
import { spawnSimulator } from "../simulator/spawn.ts";

const readers = 1000;
/** A burst that one chat may get at once. */
const commandsPerReader = 3;
const total = readers * commandsPerReader;
const firstReader = 1_000_000;

/** How a bot is started: arguments to Node, and what it needs of the environment besides. */
export interface Contender {
  readonly name: string;
  readonly program: readonly string[];
  readonly environment: (folder: string) => Readonly<Record<string, string>>;
}

export const contenders: readonly [ours: Contender, bare: Contender] = [
  {
    name: "Mujaz, /ghouta from the content folder",
    program: ["src/preflight.js", "start"],
    environment: (folder) => ({
      DATABASE_URL: `file:${join(folder, "mujaz.db")}`,
      PORT: "18765",
      LOG_LEVEL: "error",
    }),
  },
  {
    name: "bare telegraf, a constant text",
    program: ["tests/bench/telegraf-bot.ts"],
    environment: () => ({}),
  },
];

/** Answers a second while the bot works off commands that wait for it, from first to last. */
export async function answersPerSecond(contender: Contender): Promise<number> {
  const simulator = await spawnSimulator({ token, limits: "off", record: "compact" });
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  try {
    await ask(simulator.apiRoot);
    const bot = spawn(process.execPath, [...contender.program], {
      env: {
        PATH: process.env["PATH"] ?? "",
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: simulator.apiRoot,
        ...contender.environment(folder),
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    const gone = once(bot, "exit");
    const died = gone.then(() => Promise.reject(new Error(`${contender.name} ended by itself`)));
    const times = await Promise.race([answerTimes(simulator.apiRoot), died]).finally(() =>
      bot.kill("SIGKILL"),
    );
    await gone;
    const seconds = (Math.max(...times) - Math.min(...times)) / 1000;
    return (times.length - 1) / seconds;
  } finally {
    await simulator.kill();
    rmSync(folder, { recursive: true });
  }
}

async function ask(apiRoot: string): Promise<void> {
  await post(`${apiRoot}/control/world/addCrowd`, {
    firstId: firstReader,
    count: readers,
    languageCode: "ar",
  });
  for (let turn = 0; turn < commandsPerReader; turn += 1) {
    for (let reader = firstReader; reader < firstReader + readers; reader += 1) {
      const message = { person: reader, chat: reader, text: "/ghouta" };
      await post(`${apiRoot}/control/message`, message);
    }
  }
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
  readonly time: number;
}

/** When each answer was taken, in Unix milliseconds of the simulator. */
async function answerTimes(apiRoot: string): Promise<readonly number[]> {
  const times: number[] = [];
  let after = 0;
  while (times.length < total) {
    const url = `${apiRoot}/control/record?after=${after}&limit=1000&waitMs=2000`;
    const page: { readonly entries: readonly Entry[] } = JSON.parse(
      await (await fetch(url)).text(),
    );
    times.push(...page.entries.filter(({ type }) => type === "sent").map(({ time }) => time));
    after = page.entries.at(-1)?.seq ?? after;
  }
  return times;
}
