import type { Environment } from "../app/bot-process.ts";
import { firstPerson } from "../broadcast/audience.ts";
import { setStage, type Entry, type Stage } from "../broadcast/stage.ts";
import { startPeer, watchUsage, type Running } from "./process.ts";

/** Who sends a message to so many people. */
export interface Broadcaster {
  readonly name: string;
  readonly start: (stage: Stage, chats: number) => Running;
  /** When it has done what it can. */
  readonly over: (stage: Stage, running: Running) => Promise<unknown>;
  /** After a crash it goes on where it was; the others would begin from the beginning. */
  readonly resumes: boolean;
}

/** By the simulator's record. */
export interface Broadcast {
  readonly chats: number;
  /** Chats that got the message. */
  readonly reached: number;
  readonly perSecond: number;
  /** Answers with 429. */
  readonly refused: number;
  /** MB, at most. */
  readonly memory: number;
  /** Milliseconds of the processor for a message that arrived, once they began to. */
  readonly cpu: number;
  /** The same of the simulator. */
  readonly telegramCpu: number;
}

/** Each message durable before and after. */
export function mujaz(env: Environment = {}): Broadcaster {
  return {
    name: "Mujaz",
    start: (stage) => stage.start(env),
    async over(stage, running) {
      await stage.nothingOpen();
      running.kill("SIGTERM");
    },
    resumes: true,
  };
}

export const peers: readonly Broadcaster[] = [
  peer("telegraf in a loop", "telegraf-loop"),
  peer("telegraf, 35 ms between", "telegraf-loop", 35),
  peer("grammY, auto-retry", "grammy-retry"),
  peer("grammY, throttler", "grammy-throttler"),
];

function peer(name: string, program: string, ...args: readonly number[]): Broadcaster {
  return {
    name,
    start: (stage, chats) => startPeer(program, [firstPerson, chats, ...args], stage.apiRoot),
    over: (_stage, { ended }) => ended,
    resumes: false,
  };
}

export async function measureBroadcast(who: Broadcaster, chats: number): Promise<Broadcast> {
  await using stage = await setStage({ chats, limits: "telegram" });
  const running = who.start(stage, chats);
  await stage.sentInAll(1);
  const [bot, telegram] = [watchUsage(running.pid), watchUsage(stage.telegramPid)];
  const [botBefore, telegramBefore] = [bot.last(), telegram.last()];
  await who.over(stage, running);
  const [botAfter, telegramAfter] = [bot.last(), telegram.last()];
  await running.ended;
  const entries = await stage.record();
  const sent = entries.filter(({ type }) => type === "sent");
  return {
    chats,
    reached: reachedBy(entries),
    perSecond: paceOf(sent),
    refused: entries.filter(({ code }) => code === 429).length,
    memory: botAfter.mostMegabytes,
    cpu: (botAfter.cpuMilliseconds - botBefore.cpuMilliseconds) / sent.length,
    telegramCpu: (telegramAfter.cpuMilliseconds - telegramBefore.cpuMilliseconds) / sent.length,
  };
}

/** How many chats never get it where the process is killed with SIGKILL at the half. */
export async function measureKill(who: Broadcaster, chats: number): Promise<number> {
  await using stage = await setStage({ chats, limits: "telegram" });
  const killed = who.start(stage, chats);
  const half = Math.floor(chats / 2);
  await Promise.race([stage.sentInAll(half), killed.ended]);
  killed.kill("SIGKILL");
  await killed.ended;
  if (who.resumes) {
    const again = who.start(stage, chats);
    await who.over(stage, again);
    await again.ended;
  }
  return chats - reachedBy(await stage.record());
}

function reachedBy(entries: readonly Entry[]): number {
  const sent = entries.filter(({ type }) => type === "sent");
  return new Set(sent.map(({ chatId }) => chatId)).size;
}

/** Messages a second, from the first to the last. */
function paceOf(sent: readonly Entry[]): number {
  return ((sent.length - 1) * 1000) / ((sent.at(-1)?.time ?? 0) - (sent[0]?.time ?? 0));
}
