import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SimulatorOptions } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { startProcess, token, type BotProcess, type Environment } from "../app/bot-process.ts";
import { freePort } from "../app/bot-process.ts";
import { spawnSimulator } from "../simulator/spawn.ts";
import { anEdition } from "../builders.ts";
import { firstPerson, subscribe, type Audience, type Place } from "./audience.ts";
import { writeNews } from "./news.ts";

const hour = 3_600_000;
const ownContent = fileURLToPath(new URL("../../content", import.meta.url));
const botId = 7_000_000_001;
const mostAtOnce = 4;
/** Of the token, what is not public. */
const [, secret = token] = token.split(":");

export interface Sent {
  readonly chatId: number;
  readonly hash: number;
  readonly count: number;
}

export interface Standing {
  readonly chatId: number;
  readonly messageId: number;
  readonly hash: number;
  /** How often it was edited. */
  readonly edits: number;
}

/**
 * A bot with subscribers whose digest is due as it starts, and the Telegram that it sends to. Taking
 * it down fails where the token was written anywhere, or a process ended unasked.
 */
export interface Stage extends AsyncDisposable {
  /** One more process, on a port of its own. */
  readonly start: (env?: Environment) => BotProcess;
  /** Resolves with the process that holds the lease, once one of those that run does. */
  readonly leader: () => Promise<BotProcess>;
  /** The editor corrects all of the news. */
  readonly correct: () => void;
  /** What each message that was sent says now. */
  readonly messages: () => Promise<readonly Standing[]>;
  /** Asks the simulator's control for something, or tells it. */
  readonly control: (path: string, body?: object) => Promise<unknown>;
  /** Takes the faults back. */
  readonly mend: () => Promise<void>;
  /** What each chat was sent, by what it says. */
  readonly sent: () => Promise<readonly Sent[]>;
  /** All that Telegram was asked, in order. */
  readonly record: () => Promise<readonly Entry[]>;
  /** Resolves once so many messages were sent in all; or edited, where `types` says so. */
  readonly sentInAll: (count: number, types?: readonly Entry["type"][]) => Promise<void>;
  /** Resolves once nothing is left to be sent. */
  readonly nothingOpen: () => Promise<void>;
  /** Resolves once every message shows what is settled, and nothing is left to be sent. */
  readonly allCorrected: () => Promise<void>;
  /** The store, opened beside the bot's process, and its address. */
  readonly db: Database;
  readonly databaseUrl: string;
  /** Where Telegram is. */
  readonly apiRoot: string;
}

export interface StageOptions {
  readonly chats: number;
  readonly places?: readonly Place[];
  /** How many stories the news are; default 1. */
  readonly stories?: number;
  /** Default "due": a digest. */
  readonly wants?: Audience["wants"];
  readonly limits?: SimulatorOptions["limits"];
  readonly env?: Environment;
  /** Of an empty store; default: a file of its own. */
  readonly databaseUrl?: string;
}

/** Sets the stage: `chats` people, subscribed to all topics at a minute that has just passed. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-broadcast-"));
  const content = join(folder, "content");
  cpSync(ownContent, content, { recursive: true });
  const { databaseUrl = `file:${join(folder, "mujaz.db")}` } = options;
  const db = await openDatabase(databaseUrl);
  const now = new Date();
  await recordEdition(db, anEdition({ stories: [] }), new Date(now.getTime() - hour));
  const { chats, places = [], wants = "due", stories = 1 } = options;
  await subscribe(db, { people: chats, places, wants }, now);
  writeNews(content, { now, stories, breaking: wants === "alerts" });
  const telegram = await spawnSimulator({
    token,
    limits: options.limits ?? "off",
    record: "compact",
  });
  const control = (path: string, body?: object) => ask(`${telegram.apiRoot}/control/${path}`, body);
  await control("world/addCrowd", {
    firstId: firstPerson,
    count: chats,
    languageCode: "ar",
  });
  await control("world/setStars", { stars: 1_000_000 });
  for (const place of places) await control(...joining(place));
  const ports = await Promise.all(Array.from({ length: mostAtOnce }, freePort));
  const bots: BotProcess[] = [];

  async function sent(): Promise<readonly Sent[]> {
    const counts = await control("record/counts");
    if (!Array.isArray(counts)) throw new Error("expected counts");
    return counts.map(([chatId, hash, count]) => ({ chatId, hash, count }));
  }

  async function recordAfter(after: number, waitMs: number): Promise<RecordPage> {
    return recordOf(await control(`record?after=${after}&waitMs=${waitMs}`));
  }

  const stage: Stage = {
    db,
    databaseUrl,
    apiRoot: telegram.apiRoot,
    control,
    sent,
    correct: () =>
      writeNews(content, { now, stories, breaking: wants === "alerts", corrected: true }),
    async messages() {
      const all = await control("record/messages");
      if (!Array.isArray(all)) throw new Error("expected messages");
      return all.map(([chatId, messageId, hash, edits]) => ({ chatId, messageId, hash, edits }));
    },
    async mend() {
      await fetch(`${telegram.apiRoot}/control/faults`, { method: "DELETE" });
    },
    async record() {
      const entries: Entry[] = [];
      for (;;) {
        const page = await recordAfter(entries.length, 0);
        entries.push(...page.entries);
        if (page.entries.length === 0) return entries;
      }
    },
    start(env = {}) {
      const bot = startProcess(["start"], {
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: telegram.apiRoot,
        DATABASE_URL: databaseUrl,
        CONTENT_DIR: content,
        PORT: String(ports[bots.length % mostAtOnce]),
        LOG_LEVEL: "info",
        ...options.env,
        ...env,
      });
      bots.push(bot);
      return bot;
    },
    async leader() {
      let leader: BotProcess | undefined;
      await until(async () => (leader = await leaderOf(db, bots)) !== undefined);
      if (leader === undefined) throw new Error("expected a leader");
      return leader;
    },
    async sentInAll(count, types = ["sent"]) {
      for (let seen = 0, after = 0; seen < count;) {
        const { entries } = await recordAfter(after, 1000);
        seen += entries.filter(({ type }) => types.includes(type)).length;
        after += entries.length;
      }
    },
    async nothingOpen() {
      await until(async () => (await openRows(db)) === 0 && (await openRuns(db)) === 0, 50);
    },
    async allCorrected() {
      await until(async () => (await openRows(db)) === 0 && (await uncorrected(db)) === 0, 50);
    },
    async [Symbol.asyncDispose]() {
      for (const bot of bots) bot.kill("SIGKILL");
      await Promise.all(bots.map(({ ended }) => ended));
      const complaints = [...(await complaintsOf(bots)), ...(await complaintsOfTexts(stage))];
      await telegram.kill();
      await db.destroy();
      rmSync(folder, { recursive: true });
      if (complaints.length > 0) throw new Error(complaints.join("\n"));
    },
  };
  return stage;
}

/** What no fault may lead to: the token written down, and a process that ended unasked. */
async function complaintsOf(bots: readonly BotProcess[]): Promise<readonly string[]> {
  const found = bots.map(async ({ pid, output, ended, endedWell }) => [
    ...(output().includes(secret) ? [`${pid}: the token is in the output`] : []),
    ...((await endedWell) ? [] : [`${pid}: ended with ${String(await ended)}: ${output()}`]),
  ]);
  return (await Promise.all(found)).flat();
}

/** The same of what was sent: one of each kind of message to a person. */
async function complaintsOfTexts({ messages, control }: Stage): Promise<readonly string[]> {
  const personal = (await messages()).filter(({ chatId }) => chatId > 0);
  const kinds = new Map(personal.map(({ hash, chatId }) => [hash, chatId]));
  const people = [...new Set(kinds.values())];
  const seen = people.map(async (id) => JSON.stringify(await control(`state?person=${id}`)));
  const leaks = (await Promise.all(seen)).filter((text) => text.includes(secret));
  return leaks.map(() => "the token is in a message");
}

/** How the place comes to be in Telegram, with the bot in it. */
function joining({ id, type, topics }: Place): [path: string, body: object] {
  const status = type === "channel" ? "administrator" : "member";
  const place = { id, title: `Place ${id}`, members: { [botId]: { status } } };
  if (type === "channel") return ["world/addChannel", place];
  if (topics === undefined) {
    return [type === "group" ? "world/addGroup" : "world/addSupergroup", place];
  }
  const names = Array.from({ length: topics }, (_, index) => `Topic ${index}`);
  return ["world/addForum", { ...place, topics: names }];
}

/** Looks every so many milliseconds whether it is so, and resolves once it is. */
export async function until(isSo: () => Promise<boolean>, every = 10): Promise<void> {
  while (!(await isSo())) await setTimeout(every);
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

/** Of the record, what is looked at. */
export interface Entry {
  readonly type: string;
  readonly time: number;
  readonly method: string;
  readonly chatId: number;
  /** These two of what was sent. */
  readonly messageId?: number;
  readonly hash?: number;
  /** Of what was refused. */
  readonly code?: number;
  readonly retryAfter?: number;
}

interface RecordPage {
  readonly entries: readonly Entry[];
}

export function recordOf(page: unknown): RecordPage {
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

/** The lease is of `MACHINE PID UNIQUE`. */
async function leaderOf(
  db: Database,
  bots: readonly BotProcess[],
): Promise<BotProcess | undefined> {
  const leases = await db
    .selectFrom("lease")
    .select("holder")
    .where("name", "=", "delivery")
    .where("expires_at", ">", Date.now())
    .execute();
  return bots.find(({ pid }) => leases.some(({ holder }) => holder.split(" ")[1] === String(pid)));
}

/** Before the first tick nothing has settled. */
async function uncorrected(db: Database): Promise<number> {
  const settled = db.selectFrom("corrections").select("story_id").where("state", "=", "settled");
  if ((await settled.executeTakeFirst()) === undefined) return 1;
  const { count } = await db
    .selectFrom("ledger")
    .innerJoin("shown", "shown.id", "ledger.shown_id")
    .innerJoin("shown_stories as story", "story.shown_id", "shown.id")
    .innerJoin("corrections", "corrections.story_id", "story.story_id")
    .select((select) => select.fn.countAll<number>().as("count"))
    .whereRef("story.number", "<", "corrections.settled")
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
