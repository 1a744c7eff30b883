import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startProcess, token } from "../app/bot-process.ts";
import { spawnSimulator } from "../simulator/spawn.ts";
import { usageOf } from "./process.ts";
import { story, storyFile, writeStories } from "./stories.ts";

export interface StartUp {
  readonly stories: number;
  /** From the start of the process until Telegram knows the bot. */
  readonly startSeconds: number;
  /** From there until the gate has seen every story, and one that was saved meanwhile is live. */
  readonly gateSeconds: number;
  /** From the save of one story until its edition is live. */
  readonly reloadSeconds: number;
  readonly residentMegabytes: number;
}

export async function measureStartUp(stories: number): Promise<StartUp> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-bench-"));
  const content = join(folder, "content");
  writeStories(content, stories);
  const simulator = await spawnSimulator({ token });
  const started = performance.now();
  const bot = startProcess(["start"], {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: simulator.apiRoot,
    DATABASE_URL: `file:${join(folder, "mujaz.db")}`,
    CONTENT_DIR: content,
    PORT: String(await freePort()),
  });
  try {
    await bot.wrote("the bot is known to Telegram");
    const startSeconds = secondsSince(started);
    const known = performance.now();
    await bot.wrote("the content is watched");
    writeFileSync(storyFile(content, stories), story(stories, 41));
    await bot.wrote(`"stories":${stories + 1}`);
    const gateSeconds = secondsSince(known);
    const saved = performance.now();
    writeFileSync(storyFile(content, stories + 1), story(stories + 1, 41));
    await bot.wrote(`"stories":${stories + 2}`);
    return {
      stories,
      startSeconds,
      gateSeconds,
      reloadSeconds: secondsSince(saved),
      residentMegabytes: usageOf(bot.pid)?.residentMegabytes ?? Number.NaN,
    };
  } finally {
    bot.kill("SIGKILL");
    await bot.ended;
    await simulator.kill();
    rmSync(folder, { recursive: true });
  }
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000;
}
