import type { Edition } from "../../src/domain/edition.ts";
import type { Story } from "../../src/domain/story.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { anEdition } from "../builders.ts";
import { token } from "../telegram/faults.ts";
import { testLog, type TestLog } from "../telegram/log.ts";
import { startBot, type BotInMemory } from "./bot-in-memory.ts";
import { openFresh } from "../postgres/fresh.ts";

const second = 1000;
const minute = 60 * second;

/** For so many milliseconds a changed story is left alone before messages are corrected. */
export const settle = 2 * minute;

/**
 * An editor who publishes, readers, and the bot, which does what is due when a test says so. Time
 * stands still in between.
 */
export interface Newsroom extends AsyncDisposable {
  readonly telegram: Simulator;
  readonly db: Database;
  readonly log: TestLog;
  readonly now: () => Date;
  readonly pass: (ms: number) => void;
  /** These stories are the content folder from now on. */
  readonly publish: (stories: readonly Story[]) => Promise<void>;
  readonly tick: () => Promise<void>;
  /** Hears what people did and answers. */
  readonly hear: () => Promise<void>;
  /** Sends off what may go; it is on its way when this resolves. */
  readonly send: () => Promise<void>;
  /** Waits for what is on its way, and writes what became of it. */
  readonly land: () => Promise<void>;
  /** Ticks, hears and sends until nothing is left to be done; gives up after some hours. */
  readonly quiet: () => Promise<void>;
  /** The process is killed and started anew on its store; gives how many requests were on their way. */
  readonly crash: () => Promise<number>;
}

export async function openNewsroom(start: string, url?: string): Promise<Newsroom> {
  let time = Date.parse(start);
  const now = () => new Date(time);
  const telegram = await startSimulator({ token, now: () => time });
  const db = await (url === undefined ? openFresh() : openDatabase(url));
  const log = testLog();
  telegram.world.setStars({ stars: 1_000_000 });
  let edition: Edition = anEdition({ stories: [] });
  const pass = (ms: number) => {
    time += ms;
  };
  const parts = {
    db,
    now,
    log,
    apiRoot: telegram.apiRoot,
    edition: () => edition,
    correctionSettle: settle,
    sleep: (ms: number) => {
      pass(ms);
      return Promise.resolve();
    },
  };
  async function publish(stories: readonly Story[]): Promise<void> {
    const next = anEdition({ stories });
    edition = { ...next, standings: await recordEdition(db, next, now()) };
  }
  await publish([]);
  let bot: BotInMemory = await startBot(parts);
  let offset = 0;

  async function hear(): Promise<void> {
    offset = await bot.hear(offset);
  }

  async function isBusy(): Promise<boolean> {
    const rows = db.selectFrom("outbox").select("id");
    const row = await rows.where("state", "in", ["pending", "retry", "sending"]).executeTakeFirst();
    const corrections = db.selectFrom("corrections").select("story_id");
    const open = await corrections.where("state", "=", "settling").executeTakeFirst();
    return row !== undefined || open !== undefined;
  }

  async function land(): Promise<void> {
    await bot.settled();
    await bot.send();
  }

  async function drain(): Promise<void> {
    for (let turns = 0; turns < 100; turns += 1) {
      const wait = await bot.send();
      await bot.settled();
      if (wait >= second) return;
      pass(Math.max(1, wait));
    }
  }

  /** What was done last may be found to want something more. */
  async function isBusyAgain(): Promise<boolean> {
    if (await isBusy()) return true;
    await bot.tick();
    return isBusy();
  }

  async function quiet(): Promise<void> {
    for (let rounds = 0; rounds < 150; rounds += 1) {
      await hear();
      await bot.tick();
      await drain();
      pass(settle);
      if (rounds > 2 && !(await isBusyAgain())) return;
    }
    throw new Error("there is no end to it");
  }

  return {
    telegram,
    db,
    log,
    now,
    pass,
    publish,
    quiet,
    land,
    tick: () => bot.tick(),
    hear,
    async send() {
      await bot.send();
    },
    async crash() {
      const onTheirWay = await bot.kill();
      bot = await startBot(parts);
      return onTheirWay;
    },
    async [Symbol.asyncDispose]() {
      await bot.kill();
      await telegram.close();
      await db.destroy();
    },
  };
}
