import { spawn } from "node:child_process";
import { once } from "node:events";
import { token } from "../app/bot-process.ts";
import { firstPerson } from "../broadcast/audience.ts";
import { recordOf, setStage, type Entry, type StageOptions } from "../broadcast/stage.ts";
import { spawnSimulator } from "../simulator/spawn.ts";

/** By the simulator's record. */
export interface Broadcast {
  readonly chats: number;
  /** Chats that got the message. */
  readonly reached: number;
  readonly perSecond: number;
  /** Answers with 429. */
  readonly refused: number;
}

/** A digest to so many people, by the bot's own process, each message durable before and after. */
export async function measureBroadcast(
  options: Pick<StageOptions, "chats" | "limits" | "env">,
): Promise<Broadcast> {
  await using stage = await setStage(options);
  const bot = stage.start();
  await stage.nothingOpen();
  bot.kill("SIGTERM");
  await bot.ended;
  return judge(options.chats, await stage.record());
}

/** The same to a loop around telegraf's `sendMessage`, with so many milliseconds between. */
export async function measureLoop(chats: number, pause: number): Promise<Broadcast> {
  const simulator = await spawnSimulator({ token, limits: "telegram", record: "compact" });
  const control = `${simulator.apiRoot}/control`;
  try {
    await fetch(`${control}/world/addCrowd`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ firstId: firstPerson, count: chats, languageCode: "ar" }),
    });
    const program = ["tests/bench/telegraf-loop.ts", firstPerson, chats, pause].map(String);
    const loop = spawn(process.execPath, program, {
      env: { BOT_TOKEN: token, TELEGRAM_API_ROOT: simulator.apiRoot },
      stdio: ["ignore", "ignore", "inherit"],
    });
    await once(loop, "exit");
    const page: unknown = await (await fetch(`${control}/record`)).json();
    return judge(chats, recordOf(page).entries);
  } finally {
    await simulator.kill();
  }
}

function judge(chats: number, entries: readonly Entry[]): Broadcast {
  const sent = entries.filter(({ type }) => type === "sent");
  const seconds = ((sent.at(-1)?.time ?? 0) - (sent[0]?.time ?? 0)) / 1000;
  return {
    chats,
    reached: new Set(sent.map(({ chatId }) => chatId)).size,
    perSecond: (sent.length - 1) / seconds,
    refused: entries.filter(({ code }) => code === 429).length,
  };
}
