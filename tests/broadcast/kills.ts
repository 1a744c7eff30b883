import { setTimeout } from "node:timers/promises";
import { setStage, type Stage } from "./stage.ts";

export interface Tally {
  readonly seed: number;
  readonly kills: number;
  /** Chats that got nothing. */
  readonly lost: number;
  /** Copies beyond the first. */
  readonly doubled: number;
}

export interface Killing {
  readonly seed: number;
  readonly chats: number;
  /** How often the process is killed during the one broadcast. */
  readonly kills: number;
  readonly signal: "SIGKILL" | "SIGTERM";
}

/** So fast that a kill meets a busy process, and not faster than ten in flight can be. */
const fast = { BROADCAST_RATE: "300", PAID_BROADCAST: "true" };

/**
 * One broadcast, interrupted `kills` times at moments that the seed decides, then left to end, and
 * counted by what Telegram took.
 */
export async function broadcastUnderKills(killing: Killing): Promise<Tally> {
  const { seed, chats, kills, signal } = killing;
  await using stage = await setStage({ chats, env: fast });
  const random = generator(seed);
  const moments = Array.from({ length: kills }, () => random()).toSorted((a, b) => a - b);
  for (const moment of moments) {
    const bot = stage.start();
    const { copies } = await countSent(stage);
    await stage.sentInAll(Math.max(copies + 1, Math.floor(moment * chats)));
    await setTimeout(random() * 20);
    bot.kill(signal);
    await bot.ended;
  }
  await finish(stage);
  return { seed, kills, ...(await tally(stage, chats)) };
}

/** Starts the bot once more and lets it send what is left. */
export async function finish(stage: Stage): Promise<void> {
  const bot = stage.start();
  await stage.nothingOpen();
  bot.kill("SIGTERM");
  const end = await bot.ended;
  if (end !== 0) throw new Error(`ended with ${String(end)}: ${bot.output()}`);
}

export async function tally(stage: Stage, chats: number): Promise<Pick<Tally, "lost" | "doubled">> {
  const { reached, copies } = await countSent(stage);
  return { lost: chats - reached, doubled: copies - reached };
}

async function countSent(
  stage: Stage,
): Promise<{ readonly reached: number; readonly copies: number }> {
  const sent = await stage.sent();
  return {
    reached: new Set(sent.map(({ chatId }) => chatId)).size,
    copies: sent.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
