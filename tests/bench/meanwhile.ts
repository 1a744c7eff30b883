import { setTimeout } from "node:timers/promises";
import { setStage, until, type Stage } from "../broadcast/stage.ts";
import { subscribeMany } from "./many.ts";
import { usageOf } from "./process.ts";

/** What people who ask `/ghouta` meet while the bot is busy. */
export interface Meanwhile {
  readonly answers: number;
  /** Milliseconds from the question to Telegram's taking the answer. */
  readonly p95: number;
  /** Answers of Telegram with 429, of all that was sent. */
  readonly refused: number;
  /** Resident MB of the bot at the end, and the most that it ever had. */
  readonly resident: number;
  readonly most: number;
}

const firstAsker = 2_000_001;
const mostAskers = 1000;

/** While a broadcast runs at Telegram's limits. */
export async function askDuringBroadcast(chats: number): Promise<Meanwhile> {
  await using stage = await setStage({ chats, limits: "telegram" });
  const bot = stage.start();
  await stage.sentInAll(1);
  const isOver = async (): Promise<boolean> => (await countSent(stage)) >= chats;
  return await askUntil(stage, bot.pid, { isOver, every: 400 });
}

/** While very many digests are put into the outbox. */
export async function askDuringSpread(size: number): Promise<Meanwhile> {
  await using stage = await setStage({ chats: 0 });
  const { id: scheduleId } = await stage.db
    .selectFrom("schedules")
    .select("id")
    .executeTakeFirstOrThrow();
  await subscribeMany(stage.db, { size, scheduleId });
  const bot = stage.start();
  const spread = async (): Promise<string | undefined> =>
    (await stage.db.selectFrom("runs").select("state").executeTakeFirst())?.state;
  await until(async () => (await spread()) !== undefined);
  const isOver = async (): Promise<boolean> => (await spread()) !== "spreading";
  return await askUntil(stage, bot.pid, { isOver, every: 100 });
}

interface Asking {
  readonly isOver: () => Promise<boolean>;
  /** Milliseconds between two questions, each of another person. */
  readonly every: number;
}

async function askUntil(stage: Stage, pid: number, asking: Asking): Promise<Meanwhile> {
  const crowd = { firstId: firstAsker, count: mostAskers, languageCode: "ar" };
  await stage.control("world/addCrowd", crowd);
  const askedAt: number[] = [];
  while (!(await asking.isOver()) && askedAt.length < mostAskers) {
    const person = firstAsker + askedAt.length;
    askedAt.push(Date.now());
    await stage.control("message", { person, chat: person, text: "/ghouta" });
    await setTimeout(asking.every);
  }
  const memory = memoryOf(pid);
  await until(async () => (await answersOf(stage)).size === askedAt.length, 100);
  const answeredAt = await answersOf(stage);
  const waits = askedAt
    .map((at, index) => (answeredAt.get(firstAsker + index) ?? Infinity) - at)
    .toSorted((one, other) => one - other);
  const refused = (await stage.record()).filter(({ code }) => code === 429).length;
  const p95 = waits[Math.ceil(waits.length * 0.95) - 1] ?? Number.NaN;
  return { answers: waits.length, p95, refused, ...memory };
}

/** When each who asked was first answered. */
async function answersOf(stage: Stage): Promise<ReadonlyMap<number, number>> {
  const entries = await stage.record();
  const answers = entries.filter(({ type, chatId }) => type === "sent" && isAsker(chatId));
  return new Map(answers.toReversed().map(({ chatId, time }) => [chatId, time]));
}

function isAsker(id: number): boolean {
  return id >= firstAsker && id < firstAsker + mostAskers;
}

async function countSent(stage: Stage): Promise<number> {
  return (await stage.sent()).filter(({ chatId }) => !isAsker(chatId)).length;
}

function memoryOf(pid: number): Pick<Meanwhile, "resident" | "most"> {
  const { residentMegabytes = Number.NaN, mostMegabytes = Number.NaN } = usageOf(pid) ?? {};
  return { resident: residentMegabytes, most: mostMegabytes };
}
