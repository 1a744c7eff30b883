import { setTimeout } from "node:timers/promises";
import { firstPerson } from "./audience.ts";
import type { BotProcess } from "../app/bot-process.ts";
import type { RunTable } from "../../src/store/tables/outbox.ts";
import { setStage, until, type Stage } from "./stage.ts";

export interface Tally {
  readonly seed: number;
  readonly kills: number;
  /** Messages whose intent was committed and whose result was not, over all kills. */
  readonly inFlight: number;
  /** Messages that did not arrive: chats, where each gets one. */
  readonly lost: number;
  /** Copies beyond the first. */
  readonly doubled: number;
  /** Chats in which a part stands before one that comes before it. */
  readonly disordered: number;
  /** Milliseconds from a signal to the end, at most. */
  readonly slowest: number;
}

export interface Killing {
  readonly seed: number;
  readonly chats: number;
  /** How often the process is killed during the one broadcast. */
  readonly kills: number;
  readonly signal: "SIGKILL" | "SIGTERM";
  /** Default: a digest of one message. */
  readonly scene?: "alert" | "parts";
}

/** So fast that a kill meets a busy process; on an idle machine ten in flight are enough for it. */
export const fast = { BROADCAST_RATE: "250", PAID_BROADCAST: "true" };

const scenes = {
  alert: { wants: "alerts", env: { ...fast, ALERT_SETTLE: "0s", CONFIRM_ABOVE: "1000000" } },
  parts: { stories: 8, parts: 2 },
} as const;

/**
 * One broadcast, interrupted `kills` times at moments that the seed decides, then left to end, and
 * counted by what Telegram took.
 */
export async function broadcastUnderKills(killing: Killing): Promise<Tally> {
  const { seed, chats, kills, signal, scene } = killing;
  await using stage = await setStage({ chats, env: fast, ...(scene && scenes[scene]) });
  const random = generator(seed);
  const parts = scene === "parts" ? scenes.parts.parts : 1;
  const moments = Array.from({ length: kills }, () => random()).toSorted((a, b) => a - b);
  let inFlight = 0;
  let slowest = 0;
  for (const moment of moments) {
    const bot = stage.start();
    const { copies } = await countSent(stage);
    await stage.sentInAll(Math.max(copies + 1, Math.floor(moment * chats * parts)));
    await setTimeout(random() * 20);
    const asked = Date.now();
    bot.kill(signal);
    await bot.ended;
    slowest = Math.max(slowest, Date.now() - asked);
    inFlight += await countInFlight(stage);
  }
  await finish(stage);
  return {
    seed,
    kills,
    inFlight,
    slowest,
    ...(await tally(stage, chats * parts)),
    disordered: await countDisordered(stage),
  };
}

/** Starts the bot once more and lets it send what is left; returns the bot, which has ended. */
export async function finish(
  stage: Stage,
  done: () => Promise<void> = stage.nothingOpen,
): Promise<BotProcess> {
  const bot = stage.start();
  await bot.wrote("sending under a new lease");
  await done();
  bot.kill("SIGTERM");
  const end = await bot.ended;
  if (end !== 0) throw new Error(`ended with ${String(end)}: ${bot.output()}`);
  return bot;
}

export async function tally(
  stage: Stage,
  messages: number,
): Promise<Pick<Tally, "lost" | "doubled">> {
  const { reached, copies } = await countSent(stage);
  return { lost: messages - reached, doubled: copies - reached };
}

export async function countInFlight({ db }: Stage, task?: "reply"): Promise<number> {
  const rows = await db
    .selectFrom("outbox")
    .select("id")
    .where("state", "=", "sending")
    .$if(task !== undefined, (query) => query.where("task", "=", task ?? "reply"))
    .execute();
  return rows.length;
}

/** All get the same words, of which the store knows the order. */
async function countDisordered(stage: Stage): Promise<number> {
  const sent = (await stage.record()).filter(({ type }) => type === "sent");
  const orders = [...Map.groupBy(sent, ({ chatId }) => chatId).values()].map((entries) =>
    entries.map(({ hash }) => hash).filter((hash, index, all) => hash !== all[index - 1]),
  );
  const rows = await stage.db
    .selectFrom("outbox")
    .select("sent_id")
    .where("chat_id", "=", firstPerson)
    .orderBy("part")
    .execute();
  const hashes = new Map(
    sent
      .filter(({ chatId }) => chatId === firstPerson)
      .map(({ messageId, hash }) => [messageId, hash]),
  );
  const right = rows.map(({ sent_id: id }) => hashes.get(id ?? 0)).join(" ");
  return orders.filter((order) => order.join(" ") !== right).length;
}

async function countSent(
  stage: Stage,
): Promise<{ readonly reached: number; readonly copies: number }> {
  const sent = await stage.sent();
  return {
    reached: sent.length,
    copies: sent.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kills the bot once it has spread one more chunk; says whether there was more to spread. */
export async function killWhileSpreading(
  stage: Stage,
  signal: Killing["signal"],
): Promise<{ readonly spreading: boolean; readonly inFlight: number }> {
  const before = await spreading(stage);
  const bot = stage.start();
  await until(async () => {
    const { cursor, state } = await spreading(stage);
    return cursor > before.cursor || state !== "spreading";
  }, 0);
  bot.kill(signal);
  await bot.ended;
  const { state } = await spreading(stage);
  return { spreading: state === "spreading", inFlight: await countInFlight(stage) };
}

async function spreading({ db }: Stage): Promise<Pick<RunTable, "cursor" | "state">> {
  const run = await db.selectFrom("runs").select(["cursor", "state"]).executeTakeFirst();
  return run ?? { cursor: 0, state: "spreading" };
}
