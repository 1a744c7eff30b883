import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clockOf } from "../../src/domain/schedule.ts";
import type { SimulatorOptions } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { startProcess, token, type BotProcess, type Environment } from "../app/bot-process.ts";
import { freePort } from "../app/bot-process.ts";
import { spawnSimulator } from "../simulator/spawn.ts";
import { anEdition } from "../builders.ts";

const ownContent = fileURLToPath(new URL("../../content", import.meta.url));
const firstChat = 1_000_001;

export interface Sent {
  readonly chatId: number;
  readonly hash: number;
  readonly count: number;
}

/** A bot with subscribers whose digest is due as it starts, and the Telegram that it sends to. */
export interface Stage extends AsyncDisposable {
  readonly start: (env?: Environment) => BotProcess;
  /** Asks the simulator's control for something, or tells it. */
  readonly control: (path: string, body?: object) => Promise<unknown>;
  /** What each chat was sent, by what it says. */
  readonly sent: () => Promise<readonly Sent[]>;
  /** Resolves once so many messages were sent in all. */
  readonly sentInAll: (count: number) => Promise<void>;
  /** Resolves once nothing is left to be sent. */
  readonly nothingOpen: () => Promise<void>;
  /** The store, opened beside the bot's process. */
  readonly db: Database;
}

export interface StageOptions {
  readonly chats: number;
  readonly limits?: SimulatorOptions["limits"];
  readonly env?: Environment;
}

/** Sets the stage: `chats` people, subscribed to all topics at a minute that has just passed. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-broadcast-"));
  const content = join(folder, "content");
  cpSync(ownContent, content, { recursive: true });
  const databaseUrl = `file:${join(folder, "mujaz.db")}`;
  const db = await openDatabase(databaseUrl);
  const now = new Date();
  await recordEdition(db, anEdition({ stories: [] }), new Date(now.getTime() - hour));
  await subscribeCrowd(db, options.chats, now);
  writeNews(content, now);
  const telegram = await spawnSimulator({
    token,
    limits: options.limits ?? "off",
    record: "compact",
  });
  const control = (path: string, body?: object) => ask(`${telegram.apiRoot}/control/${path}`, body);
  await control("world/addCrowd", {
    firstId: firstChat,
    count: options.chats,
    languageCode: "ar",
  });
  await control("world/setStars", { stars: 1_000_000 });
  const port = await freePort();
  const bots: BotProcess[] = [];

  async function sent(): Promise<readonly Sent[]> {
    const counts = await control("record/counts");
    if (!Array.isArray(counts)) throw new Error("expected counts");
    return counts.map(([chatId, hash, count]) => ({ chatId, hash, count }));
  }

  return {
    db,
    control,
    sent,
    start(env = {}) {
      const bot = startProcess(["start"], {
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        DATABASE_URL: databaseUrl,
        CONTENT_DIR: content,
        PORT: String(port),
        LOG_LEVEL: "warn",
        ...options.env,
        ...env,
      });
      bots.push(bot);
      return bot;
    },
    async sentInAll(count) {
      for (let seen = 0, after = 0; seen < count;) {
        const page = await control(`record?after=${after}&waitMs=1000`);
        const { entries, size } = recordOf(page);
        seen += entries.filter(({ type }) => type === "sent").length;
        after = Math.min(size, after + entries.length);
      }
    },
    async nothingOpen() {
      while ((await openRows(db)) > 0 || (await openRuns(db)) > 0) {
        await setTimeout(50);
      }
    },
    async [Symbol.asyncDispose]() {
      for (const bot of bots) bot.kill("SIGKILL");
      await Promise.all(bots.map(({ ended }) => ended));
      await telegram.kill();
      await db.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

const hour = 3_600_000;

async function subscribeCrowd(db: Database, count: number, now: Date): Promise<void> {
  const slot = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const time = clockOf(slot.getUTCHours() * 60 + slot.getUTCMinutes());
  const { id } = await db
    .insertInto("schedules")
    .values({
      key: `${time} daily UTC`,
      due_at: slot.getTime(),
      window_from: slot.getTime() - 24 * hour,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const ids = Array.from({ length: count }, (_, index) => firstChat + index);
  for (let at = 0; at < count; at += 500) {
    const some = ids.slice(at, at + 500);
    await db
      .insertInto("chats")
      .values(some.map((chat) => ({ ...aChat, id: chat })))
      .execute();
    await db
      .insertInto("subscriptions")
      .values(some.map((chat) => ({ ...aSubscription, chat_id: chat, schedule_id: id })))
      .execute();
  }
}

const aChat = {
  type: "private",
  language: "both",
  digits: "latin",
  months: "double",
  created_at: 0,
} as const;

const aSubscription = {
  thread_id: 0,
  topics: "",
  alerts: 0,
  empty_line: 0,
  silent: 0,
  after_run: 0,
  state: "active",
  created_at: 0,
} as const;

/** A story of today; what the folder holds besides is long ago. */
function writeNews(content: string, now: Date): void {
  mkdirSync(join(content, "ghouta"), { recursive: true });
  writeFileSync(
    join(content, "ghouta", "today.yaml"),
    `id: todaynews
date: ${now.toISOString().slice(0, 10)}
place: { ar: دوما, en: Douma }
headline: { ar: خبر اليوم من دوما, en: News of the day from Douma }
excerpt:
  ar: نص قصير يصف ما جرى في ذلك اليوم، ويكفي طوله لما يُطلب من كل خبر.
  en: A short text about what happened on that day, as long as a story has to be.
figures:
  - { id: killed, kind: killed, who: civilians, count: 3, source: sohr }
`,
  );
}

async function ask(url: string, body?: object): Promise<unknown> {
  const init =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  const response = await fetch(url, init);
  return response.json();
}

interface RecordPage {
  readonly entries: readonly { readonly type: string }[];
  readonly size: number;
}

function recordOf(page: unknown): RecordPage {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the simulator's own answer
  return page as RecordPage;
}

async function openRows(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom("outbox")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("state", "in", ["pending", "retry", "sending"])
    .executeTakeFirstOrThrow();
  return count;
}

/** Before the first tick there is a schedule that is due; then a run that is being spread. */
async function openRuns(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom("runs")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("state", "!=", "spreading")
    .executeTakeFirstOrThrow();
  return count === 0 ? 1 : 0;
}
