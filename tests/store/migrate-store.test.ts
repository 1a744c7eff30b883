import { readFileSync } from "node:fs";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { migrateStore } from "../../src/cli/migrate-store.ts";
import { nameReplica } from "../../src/app/replicas/replica.ts";
import { openDatabase, openToMoveInto } from "../../src/store/database.ts";
import { moveStore } from "../../src/store/move/move.ts";
import { keys, tables } from "../../src/store/move/plan.ts";
import type { Database } from "../../src/store/tables.ts";
import { startProcess } from "../app/bot-process.ts";
import { emptyUrl, fileUrl, freshUrl, onPostgres, openFresh } from "../postgres/fresh.ts";
import { fill, fullStore, insert } from "./full-store.ts";

const now = new Date("2026-11-23T07:00:00Z");

interface Told {
  readonly code: number;
  readonly lines: readonly string[];
}

/** The verb, with something done at a line that it prints. */
async function move(
  args: readonly string[],
  at: Readonly<Record<string, () => void>> = {},
): Promise<Told> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
    at[line.split(":")[0] ?? ""]?.();
  };
  const code = await migrateStore({
    args,
    env: {},
    clock: () => now,
    print,
    warn: print,
    input: (async function* () {})(),
    stop: new AbortController().signal,
  });
  return { code, lines };
}

/** A store with rows in every table, at this address. */
async function filled(url: string, many = 30): Promise<number> {
  await using db = await openDatabase(url);
  return await fill(db, fullStore(many));
}

/** All that a store holds, read without what is tested here. */
async function contentsOf(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  await using db = await openDatabase(url);
  const contents: Record<string, readonly string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db);
    const lines = rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted()));
    contents[name] = lines.toSorted();
  }
  return contents;
}

async function change(url: string, statement: string): Promise<void> {
  await using db = await openToMoveInto(url, "TO");
  await sql.raw(statement).execute(db);
}

function stopAtLast(table: string): void {
  if (table === "lease") throw new Error("broken off");
}

/** A move that ends before anything is compared. */
async function breakOff(from: string, to: string): Promise<void> {
  await using source = await openDatabase(from);
  await using target = await openToMoveInto(to, "TO");
  await expect(
    moveStore({ from: source, to: target, name: from, onCopied: stopAtLast }),
  ).rejects.toThrow("off");
}

describe("what a move copies", () => {
  it("is every table that there is, in the order of its primary key", async () => {
    await using db = await openFresh();
    const there = await db.introspection.getTables();
    expect(tables.toSorted()).toEqual(there.map(({ name }) => name).toSorted());
    const columns = there.find(({ name }) => name === "reports")?.columns ?? [];
    const primary = { reports: columns.map(({ name }) => name) };
    for (const table of tables.filter((table) => table !== "reports")) {
      Object.assign(primary, { [table]: await primaryKey(db, table) });
    }
    expect(await primaryKey(db, "reports")).toEqual([]);
    expect(keys).toEqual(primary);
  });

  it("is a row of each table in these tests", async () => {
    expect(Object.entries(fullStore(10)).filter(([, rows]) => rows.length === 0)).toEqual([]);
  });
});

async function primaryKey(db: Database, table: string): Promise<readonly string[]> {
  const { rows } = await (
    onPostgres()
      ? sql<{ name: string }>`select a.attname as name from pg_index i
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
          where i.indrelid = ${table}::regclass and i.indisprimary
          order by array_position(i.indkey::int2[], a.attnum)`
      : sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`
  ).execute(db);
  return rows.map(({ name }) => name);
}

describe("a store that is moved", () => {
  it.each(["a file", "its own kind"])("from %s is the same, row by row", async (kind) => {
    const [from, to] = [kind === "a file" ? fileUrl() : await freshUrl(), await emptyUrl()];
    const rows = await filled(from, 12_000);
    const before = await contentsOf(from);
    const { code, lines } = await move([from, to]);
    expect(code).toBe(0);
    expect(lines).toContain("outbox: 12000 of 12000 rows");
    expect(lines.at(-1)).toContain(`${rows} rows, each of them compared: the same as in`);
    expect(lines.join("\n")).not.toContain("password");
    expect(await contentsOf(to)).toEqual(before);
    expect(await contentsOf(from)).toEqual(before);
  });

  it("is only read: its file stays as it was", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    const before = readFileSync(from.slice("file:".length));
    await move([from, to]);
    expect(readFileSync(from.slice("file:".length)).equals(before)).toBe(true);
  });

  it("counts on from the last id that was given, though its row is gone", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    const file = new SQLite(from.slice("file:".length));
    const counted: { name: string; seq: number }[] = [];
    for (const row of file.prepare("select name, seq from sqlite_sequence").all()) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as SQLite has it
      counted.push(row as { name: string; seq: number });
    }
    expect(counted).toHaveLength(9);
    file.exec("delete from runs where id >= 9; delete from schedules");
    file.close();
    await move([from, to]);
    await using db = await openDatabase(to);
    for (const { name, seq } of counted) {
      const last = Object.entries(fullStore(10))
        .find(([table]) => table === name)?.[1]
        .at(-1);
      const id = await insertLike(db, name, last ?? {});
      expect([name, id]).toEqual([name, seq + 1]);
    }
  });

  it("has U+FFFD where PostgreSQL keeps no U+0000, and says so", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    await change(from, "update chats set title = 'a' || char(0) || 'b' where id in (-2, -4)");
    const { code, lines } = await move([from, to]);
    expect(code).toBe(0);
    await using db = await openDatabase(to);
    const { title } = await db
      .selectFrom("chats")
      .select("title")
      .where("id", "=", -2)
      .executeTakeFirstOrThrow();
    expect(title).toBe(onPostgres() ? "a\uFFFDb" : "a\0b");
    expect(lines.some((line) => line.startsWith("2 rows have U+FFFD"))).toBe(onPostgres());
  });
});

/** What another has of that which may come once, in a table of its own. */
const unlike = { key: "new", run_id: 99, sent_id: 9_999_999, inline_id: null, chat_id: 99 };

/** Inserts one more row, without an id; gives the id that it has got. */
async function insertLike(db: Database, table: string, last: object): Promise<number> {
  const own = Object.entries(unlike).filter(([column]) => column in last);
  const { id: _, ...row } = { id: 0, ...last, ...Object.fromEntries(own) };
  const [stored] = await insert<{ readonly id: number }>(db, table, [row]);
  return stored?.id ?? 0;
}

describe("a move that is broken off", () => {
  it("by kill -9, again and again, goes on where it was, and no bot uses it before", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    const rows = await filled(from, 12_000);
    for (const table of ["chats", "inbox", "reports", "ledger", "outbox"]) {
      const verb = startProcess(["migrate-store", from, to]);
      await verb.wrote(`${table}: 12000 of 12000 rows`);
      verb.kill("SIGKILL");
      expect(await verb.ended).toBe("SIGKILL");
      await expect(openDatabase(to)).rejects.toThrow(
        `${from} is being moved there, and is not there whole: run migrate-store again`,
      );
    }
    const last = startProcess(["migrate-store", from, to]);
    expect([await last.ended, last.output()]).toEqual([0, expect.stringContaining(`${rows} rows`)]);
    expect(last.output()).not.toContain("chats: ");
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  }, 120_000);

  it("by SIGTERM says that it can be gone on with", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from, 12_000);
    const verb = startProcess(["migrate-store", from, to]);
    await verb.wrote("chats: 12000");
    verb.kill("SIGTERM");
    expect([await verb.ended, verb.output()]).toEqual([1, expect.stringContaining("goes on")]);
    expect((await move([from, to])).code).toBe(0);
  });

  it("is not taken for another's", async () => {
    const [from, other, to] = [fileUrl(), fileUrl(), await emptyUrl()];
    await filled(from);
    await filled(other);
    await breakOff(from, to);
    await expect(move([other, to])).rejects.toThrow(`: ${from} is being moved there`);
    expect((await move([from, to])).code).toBe(0);
  });

  it.each([
    ["update outbox set state = 'sent' where id = 4", "outbox 4: state differs"],
    ["update chats set title = null where id = -2", "chats -2: title differs"],
    ["delete from shown_stories where shown_id = 3", "shown_stories 3, aaaa: missing"],
    ["delete from reports where person_id = 2", "reports 2, 1795330800000: missing"],
    ["insert into pictures values ('zz', 'x', 1)", "pictures zz: not in FROM"],
    ["insert into marks values ('aa', 'x')", "marks aa: not in FROM"],
  ])("finds what somebody changed by %s", async (statement, line) => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    await breakOff(from, to);
    await change(to, statement);
    const { code, lines } = await move([from, to]);
    expect([code, lines]).toEqual([
      1,
      [line, expect.stringMatching(/: 1 difference from FROM: empty it, and begin anew$/)],
    ]);
    await expect(openDatabase(to)).rejects.toThrow("is being moved there");
  });
});

describe("a move is refused", () => {
  it("where a bot runs on the store, and not where it was killed", async () => {
    const [from, to] = [await freshUrl(), await emptyUrl()];
    await filled(from);
    const ours = nameReplica().name;
    const held = (pid: number): string => {
      const holder = ours.replace(` ${process.pid} `, ` ${pid} `);
      return `update lease set expires_at = ${Number.MAX_SAFE_INTEGER}, holder = '${holder}'`;
    };
    await change(from, held(process.pid));
    await expect(move([from, to])).rejects.toThrow(
      /^FROM: [^\n]+: the bot is running on it \([^\n]+\); stop it, or wait 15 seconds/,
    );
    await change(from, held(2 ** 30));
    expect((await move([from, to])).code).toBe(0);
  });

  it("where a bot was up before it ended, so that what it wrote is not lost", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    const work = (): void => {
      const file = new SQLite(from.slice("file:".length));
      file.exec("update lease set epoch = epoch + 1; delete from outbox");
      file.close();
    };
    await expect(move([from, to], { chats: work })).rejects.toThrow(
      "FROM: a bot has been running on it meanwhile",
    );
    await expect(openDatabase(to)).rejects.toThrow("is being moved there");
  });

  it("at its end where another one has ended it, and a bot may be at work there", async () => {
    const [from, to] = [fileUrl(), await emptyUrl()];
    await filled(from);
    await using source = await openDatabase(from);
    await using target = await openToMoveInto(to, "TO");
    const end = moveStore({
      from: source,
      to: target,
      name: "the same",
      confirm: () => change(to, "delete from marks where name = 'moving_from'"),
    });
    await expect(end).rejects.toThrow("another migrate-store has finished the move");
  });

  it("into a store with data in it, which stays as it is", async () => {
    const [from, to] = [await freshUrl(), await freshUrl()];
    await filled(from);
    await change(to, "insert into marks values ('alive_at', 'x')");
    await expect(move([from, to])).rejects.toThrow(
      /^TO: [^\n]+: there is data in it, and no move under way/,
    );
    expect((await contentsOf(to))["marks"]).toHaveLength(1);
    await expect(move([to, to])).rejects.toThrow("there is data in it");
  });

  it.each([
    ["insert into kysely_migration values ('999-future', '2030-01-01')", "a later"],
    ["delete from kysely_migration where name > '008'", "an earlier"],
  ])("after %s, which leaves both as they are", async (statement, version) => {
    const [from, to] = [await freshUrl(), await freshUrl()];
    await filled(from);
    await change(from, statement);
    await change(to, "select 1");
    const written = `it was written by ${version} version of Mujaz`;
    await expect(move([from, to])).rejects.toThrow(new RegExp(`^FROM: [^\n]+: ${written}$`));
    await expect(move([to, from])).rejects.toThrow(new RegExp(`^TO: [^\n]+: ${written}$`));
  });

  it("where there is no store, or no address", async () => {
    const to = await emptyUrl();
    await expect(move([fileUrl(), to])).rejects.toThrow(/^FROM: file:.*: there is no store$/);
    await expect(move(["mysql://u:secret@h/x", to])).rejects.toThrow(
      /^FROM: mysql:\/\/(?!.*secret)/,
    );
    await expect(move([to, "data/mujaz.db"])).rejects.toThrow(/^TO: .*expected file:PATH or/);
    await expect(move([to])).rejects.toThrow("expected migrate-store FROM TO");
    await expect(move([to, to, to])).rejects.toThrow("expected migrate-store FROM TO");
  });
});
