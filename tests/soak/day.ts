import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../../src/simulator/record/happening.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { freePort, token } from "../app/bot-process.ts";
import { createConductor } from "./clock/conductor.ts";
import { timers } from "./clock/install.ts";
import { keepBot, type BotKeeper } from "./bot-keeper.ts";
import { createDoer, type Done } from "./deeds.ts";
import { openNewsroom } from "./newsroom.ts";
import { owner, settle, subscribe } from "./settle-in.ts";
import type { Plan } from "./plan.ts";

/** All that is known of a day that is over. */
export interface Lived extends Done {
  readonly plan: Plan;
  readonly telegram: Simulator;
  /** In order: what Telegram took, refused, and was made to do. */
  readonly entries: readonly Entry[];
  readonly kills: BotKeeper["kills"];
  /** Ends that nobody asked for, by what they were. */
  readonly falls: readonly string[];
  /** All that the bot's processes have written. */
  readonly output: string;
  /** What the store still holds to be done, however long was waited. */
  readonly left: number;
  /** When all was done: Unix milliseconds. */
  readonly overAt: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** A killed process leaves its file whole there too, and nothing waits for a disk. */
const memory = "/dev/shm";
const longestEvening = 10 * hour;

function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** Lives a day and the evening after it, until nothing is left to be done. */
export async function liveDay(plan: Plan, tell: (line: string) => void): Promise<Lived> {
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "mujaz-soak-"));
  const content = join(folder, "content");
  const databaseUrl = `file:${join(folder, "mujaz.db")}`;
  openNewsroom(content, dayOf(plan.start - 24 * hour));
  const telegram = await startSimulator({ token, limits: "telegram", record: "compact" });
  const entries: Entry[] = [];
  telegram.record.listen((entry) => entries.push(entry));
  settle(telegram, plan.audience);
  const db = await openDatabase(databaseUrl);
  await subscribe(db, plan.audience, timers.now());
  const conductor = createConductor();
  const env = {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DATABASE_URL: databaseUrl,
    CONTENT_DIR: content,
    CONFIRM_ABOVE: "1000000000",
    PORT: String(await freePort()),
  };
  const keeper = keepBot({ conductor, env, db, entries });
  const doer = createDoer({ plan, telegram, keeper, content, day: dayOf(plan.start), owner });
  keeper.start();
  let told = 0;
  for (const deed of plan.deeds) {
    await keeper.passUntil(deed.at);
    await doer.perform(deed);
    if (timers.now() < plan.start + told * hour) continue;
    tell(`${told} h: ${entries.length} entries, ${keeper.kills.length} kills`);
    told += 1;
  }
  await keeper.passUntil(plan.end);
  doer.calm();
  const left = await waitForAll(db, keeper);
  await keeper.stop();
  const output = keeper.output();
  await db.destroy();
  await telegram.close();
  rmSync(folder, { recursive: true });
  return {
    ...doer.done,
    plan,
    telegram,
    entries,
    kills: keeper.kills,
    falls: keeper.falls,
    output,
    left,
    overAt: timers.now(),
  };
}

/** Lets the evening pass until the store has nothing left to do; gives what it has at the end. */
async function waitForAll(db: Database, keeper: BotKeeper): Promise<number> {
  const from = timers.now();
  for (;;) {
    await keeper.passUntil(timers.now() + 10 * minute);
    const left = await openWork(db);
    if (left === 0 || timers.now() - from > longestEvening) return left;
  }
}

/** Rows that are to be sent, runs that are to be spread, updates that are to be handled. */
async function openWork(db: Database): Promise<number> {
  const rows = await db
    .selectFrom("outbox")
    .select("id")
    .where("state", "in", ["pending", "retry", "sending"])
    .execute();
  const runs = await db.selectFrom("runs").select("id").where("state", "=", "spreading").execute();
  const updates = await db
    .selectFrom("inbox")
    .select("update_id")
    .where("state", "=", "new")
    .execute();
  const unsettled = await db
    .selectFrom("corrections")
    .select("story_id")
    .where("state", "!=", "settled")
    .execute();
  return rows.length + runs.length + updates.length + unsettled.length;
}
