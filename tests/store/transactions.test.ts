import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { readMark, setMark } from "../../src/store/marks.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-transactions-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("nobody writes between what a transaction reads and what it writes", async () => {
  const path = join(folder, "two.db");
  await using db = await openDatabase(`file:${path}`);
  const other = new SQLite(path, { timeout: 1 });
  const write = () => other.exec("insert into marks values ('other', '1')");
  await db.transaction().execute(async (trx) => {
    expect(await readMark(trx, "own")).toBeUndefined();
    expect(write).toThrow("database is locked");
    await setMark(trx, "own", "1");
  });
  write();
  other.close();
  expect(await readMark(db, "other")).toBe("1");
});

it("fault 26: a full disk is called so, leaves nothing half done, and ends with room", async () => {
  await using db = await openDatabase(`file:${join(folder, "full.db")}`);
  await sql`pragma cache_size = 2`.execute(db);
  const { rows } = await sql<{ readonly page_count: number }>`pragma page_count`.execute(db);
  const pages = rows[0]?.page_count ?? 0;
  const fill = () =>
    db.transaction().execute(async (trx) => {
      for (let n = 0; n < 50; n += 1) await setMark(trx, `mark ${n}`, "x".repeat(3000));
    });
  await sql`pragma max_page_count = ${sql.lit(pages + 5)}`.execute(db);
  await expect(fill()).rejects.toThrow("full");
  expect(await db.selectFrom("marks").selectAll().execute()).toEqual([]);
  await sql`pragma max_page_count = ${sql.lit(pages + 500)}`.execute(db);
  await fill();
  expect(await readMark(db, "mark 49")).toHaveLength(3000);
});
