import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { copyFile, makeCopy } from "../../src/store/sqlite/backup.ts";
import { openDatabase } from "../../src/store/database.ts";
import { findSearch, keepSearch } from "../../src/store/searches.ts";

it("the store's files and its copies are for the user who runs the bot alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-rights-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const db = await openDatabase(`file:${join(folder, "mujaz.db")}`);
  const copy = (part: string) => Promise.resolve(copyFile(join(folder, "mujaz.db"), part));
  await makeCopy(join(folder, "copy.db"), copy);
  const files = readdirSync(folder).toSorted();
  expect(files).toEqual(["copy.db", "mujaz.db", "mujaz.db-shm", "mujaz.db-wal"]);
  for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  await db.destroy();
});

it("long searches that are kept are the newest ten thousand", async () => {
  const db = await openDatabase("file::memory:");
  const rows = Array.from({ length: 12_000 }, (_, at) => ({
    key: `k${at}`,
    query: "x",
    asked_at: at,
  }));
  for (let from = 0; from < rows.length; from += 1000) {
    await db
      .insertInto("searches")
      .values(rows.slice(from, from + 1000))
      .execute();
  }
  const key = await keepSearch(db, "what was killed", new Date(12_000));
  expect(await findSearch(db, key)).toBe("what was killed");
  const kept = await db.selectFrom("searches").select("key").execute();
  expect(kept).toHaveLength(10_000);
  expect(await findSearch(db, "k11999")).toBe("x");
  await db.destroy();
});
