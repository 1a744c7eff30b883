import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "../../src/store/backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { storeUpdates } from "../../src/store/inbox.ts";

const now = new Date("2026-11-22T07:00:00Z");

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "mujaz-backup-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

async function storeAt(path: string) {
  const db = await openDatabase(`file:${path}`);
  onTestFinished(() => db.destroy());
  return db;
}

describe("a backup", () => {
  it("of a store that is written to is whole: no transaction is in it by half", async () => {
    const path = folder();
    const db = await storeAt(join(path, "mujaz.db"));
    const stop = new AbortController();
    const writing = (async () => {
      for (let id = 1; !stop.signal.aborted; id += 2) {
        const pair = [id, id + 1].map((updateId) => ({ updateId, chatId: 1, body: "{}" }));
        await storeUpdates(db, pair, now);
        await setImmediate();
      }
    })();
    while ((await inboxOf(db)) < 20) await setImmediate();
    const counts: number[] = [];
    for (let copy = 0; copy < 10; copy += 1) {
      const to = join(path, `copy${copy}.db`);
      await backUp(`file:${join(path, "mujaz.db")}`, to);
      counts.push(await inboxOf(await storeAt(to)));
      await setImmediate();
    }
    stop.abort();
    await writing;
    expect(counts.every((count) => count % 2 === 0)).toBe(true);
    expect(counts.at(-1)).toBeGreaterThan(counts[0] ?? Infinity);
    expect(readdirSync(path).filter((file) => file.endsWith(".part"))).toEqual([]);
  });

  it("is a store that a bot opens, with all that was in it", async () => {
    const path = folder();
    const db = await storeAt(join(path, "mujaz.db"));
    await storeUpdates(db, [{ updateId: 1, chatId: 7, body: "{}" }], now);
    await backUp(`file:${join(path, "mujaz.db")}`, join(path, "copy.db"));
    const copy = await storeAt(join(path, "copy.db"));
    expect(await copy.selectFrom("inbox").selectAll().execute()).toEqual(
      await db.selectFrom("inbox").selectAll().execute(),
    );
  });

  it("writes over no file, and leaves nothing where it fails", async () => {
    const path = folder();
    const [from, to] = [join(path, "mujaz.db"), join(path, "there.db")];
    await storeAt(from);
    writeFileSync(to, "mine");
    await expect(backUp(`file:${from}`, to)).rejects.toThrow(`${to}: there is a file of that name`);
    expect(readFileSync(to, "utf8")).toBe("mine");
    await expect(backUp(`file:${from}`, join(path, "no", "copy.db"))).rejects.toThrow(
      "no/copy.db: ",
    );
    await expect(backUp(`file:${path}/nothing.db`, join(path, "new.db"))).rejects.toThrow(
      "no such file",
    );
    writeFileSync(join(path, "torn.db"), "not a database, and long enough to be read as one");
    await expect(backUp(`file:${path}/torn.db`, join(path, "new.db"))).rejects.toThrow(
      "not a SQLite",
    );
    expect(existsSync(join(path, "new.db"))).toBe(false);
  });

  it("of a damaged store fails and leaves nothing", async () => {
    const path = folder();
    const from = join(path, "mujaz.db");
    const db = await storeAt(from);
    for (let id = 1; id < 400; id += 1) {
      await storeUpdates(db, [{ updateId: id, chatId: 1, body: "x".repeat(500) }], now);
    }
    await db.destroy();
    const file = new SQLite(from);
    file.pragma("wal_checkpoint(truncate)");
    file.close();
    const bytes = readFileSync(from);
    bytes.fill(0xff, 4096 * 20, 4096 * 60);
    writeFileSync(from, bytes);
    await expect(backUp(`file:${from}`, join(path, "copy.db"))).rejects.toThrow("copy.db: ");
    expect(existsSync(join(path, "copy.db"))).toBe(false);
  });
});

async function inboxOf(db: Awaited<ReturnType<typeof openDatabase>>): Promise<number> {
  const rows = await db.selectFrom("inbox").select("update_id").execute();
  return rows.length;
}
