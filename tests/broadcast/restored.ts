import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Selectable } from "kysely";
import { expect, onTestFinished } from "vitest";
import { damageIn } from "../../src/store/damage.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { startProcess } from "../app/bot-process.ts";
import { fast } from "./kills.ts";
import { setStage, until } from "./stage.ts";

const chats = 1500;

export interface Restoring {
  /** Of the bot's store; default: a file. */
  readonly databaseUrl?: string;
  /** Puts the backup where a bot may use it, with a fresh folder at hand; gives the address. */
  readonly restore: (backup: string, folder: string) => Promise<string>;
}

/**
 * A bot in the middle of a broadcast is backed up and killed some messages later, and goes on from
 * the backup: all that was there is there, nothing is lost, and only what was sent since is doubled.
 */
export async function restoreUnderLoad({ databaseUrl, restore }: Restoring): Promise<void> {
  await using stage = await setStage({ chats, env: fast, ...(databaseUrl && { databaseUrl }) });
  const folder = mkdtempSync(join(tmpdir(), "mujaz-restored-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const backup = join(folder, "backup.db");

  const old = stage.start();
  await stage.sentInAll(chats / 5);
  const [sentBefore, settledBefore] = [await sentRows(stage.db), await settledRows(stage.db)];
  const verb = startProcess(["backup", backup], { DATABASE_URL: stage.databaseUrl });
  expect([await verb.ended, verb.output()]).toEqual([0, expect.stringContaining("whole")]);
  const { length: arrived } = await stage.sent();
  await stage.sentInAll(arrived + 100);
  old.kill("SIGKILL");
  await old.ended;

  const url = await restore(backup, folder);
  await using db = await openDatabase(url);
  expect(await damageIn(db)).toBeUndefined();
  const inCopy = await sentRows(db);
  const copied = new Map(inCopy.map((row) => [row.id, row]));
  expect(sentBefore.length).toBeGreaterThanOrEqual(chats / 10);
  expect(sentBefore.map(({ id }) => copied.get(id))).toEqual(sentBefore);
  expect(await settledRows(db)).toEqual(settledBefore);
  expect(inCopy.length).toBeLessThan(chats);

  const bot = stage.start({ DATABASE_URL: url });
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
}

function sentRows(db: Database): Promise<readonly Selectable<OutboxTable>[]> {
  return db.selectFrom("outbox").selectAll().where("state", "=", "sent").orderBy("id").execute();
}

async function openRows(db: Database): Promise<number> {
  const states = ["pending", "retry", "sending"] as const;
  return (await db.selectFrom("outbox").select("id").where("state", "in", states).execute()).length;
}

/** What a broadcast does not change once it has begun, in any order. */
async function settledRows(db: Database): Promise<readonly (readonly string[])[]> {
  const tables = ["chats", "subscriptions", "schedules", "revisions", "shown"] as const;
  const all: string[][] = [];
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute();
    all.push(rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted());
  }
  return all;
}
