import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { choosePrinting, readPrinting } from "../../src/store/chats/chats.ts";
import { openDatabase, openToRead } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import {
  closeDialogue,
  findDialogue,
  openDialogue,
  keepWords,
  pruneDialogues,
  submitReport,
} from "../../src/store/chats/dialogues.ts";
import { forgetChat } from "../../src/store/chats/forget.ts";
import { freshUrl, openFresh } from "../postgres/fresh.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-11-22T07:00:00Z");
const hour = 3_600_000;
const group = { id: -1001, type: "supergroup" as const };

let db: Database;
beforeEach(async () => {
  db = await openFresh();
  return () => db.destroy();
});

describe("a chat's choices", () => {
  it("are the defaults until it chooses", async () => {
    expect(await readPrinting(db, 5)).toEqual({
      language: "both",
      digits: "latin",
      months: "double",
    });
  });

  it("change one by one", async () => {
    await choosePrinting(db, group, { language: "ar" }, now);
    await choosePrinting(db, group, { digits: "arabic" }, now);
    expect(await readPrinting(db, group.id)).toEqual({
      language: "ar",
      digits: "arabic",
      months: "double",
    });
  });

  it("survive a restart", async () => {
    const url = await freshUrl();
    const before = await openDatabase(url);
    await choosePrinting(before, group, { language: "en" }, now);
    await before.destroy();
    const after = await openDatabase(url);
    expect((await readPrinting(after, group.id)).language).toBe("en");
    await after.destroy();
  });

  it("are gone once the chat is forgotten", async () => {
    await choosePrinting(db, { id: 7, type: "private" }, { language: "en" }, now);
    await openDialogue(db, 7, { story: "ghta0207", figure: null, words: "x" }, now);
    await forgetChat(db, 7);
    expect((await readPrinting(db, 7)).language).toBe("both");
    expect(await findDialogue(db, 7, now)).toBeUndefined();
  });
});

describe("a report in the making", () => {
  it("is open for an hour and replaces an older one", async () => {
    await openDialogue(db, 7, { story: "aaaa", figure: null, words: null }, now);
    await openDialogue(db, 7, { story: "bbbb", figure: "f1", words: null }, now);
    const later = new Date(now.getTime() + hour - 1);
    expect(await findDialogue(db, 7, later)).toEqual({ story: "bbbb", figure: "f1", words: null });
    expect(await findDialogue(db, 7, new Date(now.getTime() + hour))).toBeUndefined();
    await closeDialogue(db, 7);
    expect(await findDialogue(db, 7, now)).toBeUndefined();
  });

  it("keeps the hour that it began with when the words come, and is erased after it", async () => {
    await openDialogue(db, 7, { story: "aaaa", figure: null, words: null }, now);
    await keepWords(db, 7, "words");
    await pruneDialogues(db, new Date(now.getTime() + hour - 1));
    expect(await db.selectFrom("dialogues").select("words").execute()).toEqual([
      { words: "words" },
    ]);
    await pruneDialogues(db, new Date(now.getTime() + hour));
    expect(await db.selectFrom("dialogues").selectAll().execute()).toEqual([]);
  });

  it("may be sent three times a day by one person, and others are not held back", async () => {
    const turns = [];
    for (let turn = 0; turn < 4; turn += 1)
      turns.push(await submitReport(db, 7, { limit: 3, notices: [] }, now));
    expect(turns).toEqual([true, true, true, false]);
    expect(await submitReport(db, 8, { limit: 3, notices: [] }, now)).toBe(true);
    const tomorrow = new Date(now.getTime() + 24 * hour);
    expect(await submitReport(db, 7, { limit: 3, notices: [] }, tomorrow)).toBe(true);
    await pruneDialogues(db, tomorrow);
    expect(await db.selectFrom("reports").selectAll().execute()).toHaveLength(1);
  });
});

describe("a store that cannot be opened", () => {
  it("says that a file is no database", async () => {
    const path = join(folder, "not.db");
    writeFileSync(path, "these are words, and more than a header's worth of them\n".repeat(20));
    await expect(openDatabase(`file:${path}`)).rejects.toThrow(
      `DATABASE_URL: file:${path}: the file is not a SQLite database`,
    );
  });

  it("says that its folder cannot be made", async () => {
    await expect(openDatabase("file:/proc/nowhere/x/mujaz.db")).rejects.toThrow(
      /^DATABASE_URL: file:\/proc\/nowhere\/x\/mujaz\.db: ENOENT/,
    );
  });

  it("makes the folders on the way to it", async () => {
    const below = await openDatabase(`file:${join(folder, "a/b/c.db")}`);
    expect((await readPrinting(below, 1)).language).toBe("both");
    await below.destroy();
  });

  it("says which form an address has", async () => {
    await expect(openDatabase("mysql://x")).rejects.toThrow(
      "DATABASE_URL: mysql://x: expected file:PATH or postgres://…",
    );
  });

  it("says that a newer program made it", async () => {
    const url = `file:${join(folder, "newer.db")}`;
    await (await openDatabase(url)).destroy();
    const file = new SQLite(join(folder, "newer.db"));
    file.exec("insert into kysely_migration values ('999-future', '2030-01-01')");
    file.close();
    await expect(openDatabase(url)).rejects.toThrow(/was written by a later version of Mujaz/);
  });
});

describe("a store that is only read", () => {
  it("is not made where there is none", async () => {
    const path = join(folder, "none/mujaz.db");
    expect(await openToRead(`file:${path}`)).toBeUndefined();
    expect(await openToRead("file::memory:")).toBeUndefined();
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("is read beside the bot that uses it, and cannot be written", async () => {
    const url = `file:${join(folder, "used.db")}`;
    const used = await openDatabase(url);
    const reading = await openToRead(url);
    await choosePrinting(used, group, { language: "en" }, now);
    if (reading === undefined) throw new Error("there is a store");
    expect((await readPrinting(reading, group.id)).language).toBe("en");
    await expect(choosePrinting(reading, group, { language: "ar" }, now)).rejects.toThrow(
      "readonly",
    );
    await reading.destroy();
    await used.destroy();
  });

  it("leaves its file as it was, and no other beside it", async () => {
    const below = join(folder, "alone");
    await (await openDatabase(`file:${below}/mujaz.db`)).destroy();
    const before = readFileSync(join(below, "mujaz.db"));
    const reading = await openToRead(`file:${below}/mujaz.db`);
    await reading?.destroy();
    expect(readdirSync(below)).toEqual(["mujaz.db"]);
    expect(readFileSync(join(below, "mujaz.db")).equals(before)).toBe(true);
  });

  it.each([
    ["delete from kysely_migration where name > '002'", "an earlier"],
    ["drop table kysely_migration", "an earlier"],
    ["insert into kysely_migration values ('999-future', '2030-01-01')", "a later"],
  ])("is refused as it is after %s", async (change, version) => {
    const path = join(folder, `${version}.db`);
    rmSync(path, { force: true });
    await (await openDatabase(`file:${path}`)).destroy();
    const file = new SQLite(path);
    file.exec(change);
    file.close();
    await expect(openToRead(`file:${path}`)).rejects.toThrow(
      `DATABASE_URL: file:${path}: it was written by ${version} version of Mujaz`,
    );
  });
});
