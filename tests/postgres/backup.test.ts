import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { backUp } from "../../src/store/backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { storeUpdates } from "../../src/store/inbox.ts";
import { startProcess } from "../app/bot-process.ts";
import { contentsOf, type Contents } from "../store/former.ts";
import { fill, fullStore } from "../store/full-store.ts";
import { emptyUrl, freshUrl } from "./fresh.ts";

const now = new Date("2026-11-22T07:00:00Z");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "mujaz-backup-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** What the bot keeps, in the order of its words: two stores have their own ways. */
async function keptIn(url: string): Promise<Contents> {
  const { kysely_migration: _, ...contents } = await contentsOf(url);
  const sorted = Object.entries(contents).map(([table, rows]) => [
    table,
    rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted(),
  ]);
  return Object.fromEntries(sorted);
}

it("a backup of a server is a file with all that was there, and is restored to a server", async () => {
  const [url, restored] = [await freshUrl(), await emptyUrl()];
  const db = await openDatabase(url);
  await fill(db, fullStore(6000));
  await db.destroy();
  const path = folder();
  const to = join(path, "copy.db");
  const verb = startProcess(["backup", to], { DATABASE_URL: url });
  expect([await verb.ended, verb.output()]).toEqual([0, expect.stringContaining("whole")]);
  expect(readdirSync(path)).toEqual(["copy.db"]);
  const before = await keptIn(url);
  expect(await keptIn(`file:${to}`)).toEqual(before);
  const back = startProcess(["migrate-store", `file:${to}`, restored]);
  expect([await back.ended, back.output()]).toEqual([0, expect.stringContaining("the same")]);
  expect(await keptIn(restored)).toEqual(before);
});

it("a backup of a server that is written to is of one moment, and holds nobody up", async () => {
  const url = await freshUrl();
  await using db = await openDatabase(url);
  await fill(db, fullStore(100));
  const path = folder();
  const isDone = Promise.withResolvers<void>();
  const stop = new AbortController();
  const writing = (async () => {
    for (let id = 1000; !stop.signal.aborted; id += 2) {
      const pair = [id, id + 1].map((updateId) => ({ updateId, chatId: 1, body: "{}" }));
      await storeUpdates(db, pair, now);
      if (id === 1010) isDone.resolve();
    }
  })();
  await isDone.promise;
  const counts: number[] = [];
  for (let copy = 0; copy < 3; copy += 1) {
    const to = join(path, `copy${copy}.db`);
    await backUp(url, to);
    const { inbox } = await contentsOf(`file:${to}`);
    counts.push(inbox?.length ?? 0);
  }
  stop.abort();
  await writing;
  expect(counts.map((count) => count % 2)).toEqual([0, 0, 0]);
  expect(counts[0]).toBeLessThan(counts[1] ?? 0);
  expect(counts[1]).toBeLessThan(counts[2] ?? 0);
});

it("a backup that cannot be made says why in a line without the password, and leaves nothing", async () => {
  const path = folder();
  const to = join(path, "copy.db");
  const gone = new URL(await freshUrl());
  gone.pathname = "/nowhere";
  await expect(backUp(gone.href, to)).rejects.toThrow(
    /^DATABASE_URL: postgres:\/\/postgres@[^\n]*: there is no such database$/,
  );
  await expect(backUp(await emptyUrl(), to)).rejects.toThrow(/there is no store$/);
  await expect(backUp(await freshUrl(), join(path, "no", "copy.db"))).rejects.toThrow("ENOENT");
  expect(existsSync(to)).toBe(false);
  expect(readdirSync(path)).toEqual([]);
});
