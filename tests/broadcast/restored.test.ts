import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type Selectable } from "kysely";
import { expect, it, onTestFinished } from "vitest";
import { damageIn } from "../../src/store/damage.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { startProcess } from "../app/bot-process.ts";
import { fast } from "./kills.ts";
import { setStage, until, type Stage } from "./stage.ts";

const chats = 1500;

/** What a broadcast does not change once it is there. */
const settled = ["chats", "subscriptions", "schedules", "revisions", "shown"] as const;

type Row = Selectable<OutboxTable>;

async function addressOf({ db }: Stage): Promise<string> {
  const { rows } = await sql<{ file: string }>`select file from pragma_database_list`.execute(db);
  return `file:${rows[0]?.file ?? ""}`;
}

function sentRows(db: Database): Promise<readonly Row[]> {
  return db.selectFrom("outbox").selectAll().where("state", "=", "sent").orderBy("id").execute();
}

async function openRows(db: Database): Promise<number> {
  const states = ["pending", "retry", "sending"] as const;
  return (await db.selectFrom("outbox").select("id").where("state", "in", states).execute()).length;
}

async function settledRows(db: Database): Promise<readonly unknown[]> {
  return Promise.all(settled.map((table) => db.selectFrom(table).selectAll().execute()));
}

it(
  "a store that is backed up in the middle of a broadcast and restored has all that was there, and the bot goes on with it",
  { timeout: 120_000 },
  async () => {
    await using stage = await setStage({ chats, env: fast });
    const folder = mkdtempSync(join(tmpdir(), "mujaz-restored-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const backup = join(folder, "backup.db");

    const old = stage.start();
    await stage.sentInAll(chats / 5);
    const [sentBefore, settledBefore] = [await sentRows(stage.db), await settledRows(stage.db)];
    const verb = startProcess(["backup", backup], { DATABASE_URL: await addressOf(stage) });
    expect([await verb.ended, verb.output()]).toEqual([0, expect.stringContaining("whole")]);
    const { length: arrived } = await stage.sent();
    await stage.sentInAll(arrived + 100);
    old.kill("SIGKILL");
    await old.ended;

    mkdirSync(join(folder, "data"));
    const restored = join(folder, "data", "mujaz.db");
    copyFileSync(backup, restored);
    await using db = await openDatabase(`file:${restored}`);
    expect(await damageIn(db)).toBeUndefined();
    const inCopy = await sentRows(db);
    const copied = new Map(inCopy.map((row) => [row.id, row]));
    expect(sentBefore.length).toBeGreaterThanOrEqual(chats / 10);
    expect(sentBefore.map(({ id }) => copied.get(id))).toEqual(sentBefore);
    expect(await settledRows(db)).toEqual(settledBefore);
    expect(inCopy.length).toBeLessThan(chats);

    const bot = stage.start({ DATABASE_URL: `file:${restored}` });
    await until(async () => (await openRows(db)) === 0, 50);
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    const sent = await stage.sent();
    expect(sent).toHaveLength(chats);
    expect(await sentRows(db)).toHaveLength(chats);
    const done = new Set(inCopy.map((row) => row.chat_id));
    const doubled = sent.filter(({ count }) => count > 1);
    expect(doubled.filter(({ chatId }) => done.has(chatId))).toEqual([]);
    expect(doubled.length).toBeGreaterThan(0);
    expect(sent.filter(({ count }) => count > 2)).toEqual([]);
  },
);
