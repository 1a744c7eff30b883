import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { contentCheck } from "../../src/cli/content-check.ts";
import { defaultPrinting } from "../../src/domain/printing.ts";
import { openDatabase } from "../../src/store/database.ts";
import { recordDelivered } from "../../src/store/ledger/ledger.ts";
import { recordEdition } from "../../src/store/revisions/revisions.ts";
import type { Database } from "../../src/store/tables.ts";
import { editionIn, figure, folderWith, put, story } from "../content/folder.ts";

const now = new Date("2026-11-22T07:00:00Z");

/** What the verb prints, and its exit code after that. */
async function check(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<readonly (string | number)[]> {
  const lines: string[] = [];
  const code = await contentCheck({
    args,
    input: Readable.from([]),
    env: { PATH: process.env["PATH"], DATABASE_URL: "file:/nowhere/mujaz.db", ...env },
    clock: () => now,
    print: (line) => void lines.push(line),
    warn: (line) => void lines.push(line),
    stop: new AbortController().signal,
  });
  return [...lines, code];
}

const file = "ghouta/a.yaml";

/** The story of the folder with figures of these fields besides or instead. */
function withFigures(figures: readonly object[], fields: object = {}): object {
  return { ...story, figures: figures.map((given) => ({ ...figure, ...given })), ...fields };
}

function git(dir: string, ...args: readonly string[]): string {
  const who = ["-c", "user.name=Emma", "-c", "user.email=emma@example.org"];
  return execFileSync("git", [...who, ...args], { cwd: dir, encoding: "utf8" });
}

/** A repository whose folder `press/content` is committed as it is. */
function committed(): string {
  const repository = folderWith();
  const dir = join(repository, "press/content");
  mkdirSync(join(repository, "press"));
  execFileSync("mv", [folderWith(), dir]);
  git(repository, "init", "--quiet");
  git(repository, "add", "press");
  git(repository, "commit", "--quiet", "--message", "first");
  return dir;
}

describe("mujaz content:check", () => {
  it("says that there are no problems, and that there is no store to compare with", async () => {
    const dir = folderWith();
    expect(await check([dir])).toEqual([
      `${dir}: no problems in 1 topics and 1 stories`,
      "file:/nowhere/mujaz.db: there is no store, so nothing is compared",
      0,
    ]);
    expect(existsSync("/nowhere")).toBe(false);
  });

  it("names every problem, and compares nothing then", async () => {
    const dir = folderWith({ [file]: withFigures([{ count: -3 }, { id: "hurt", count: 2.5 }]) });
    const lines = await check([dir]);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toBe(1);
  });

  it.each([
    [["a", "b"]],
    [[""]],
    [["--until", "HEAD"]],
    [["--since"]],
    [["--format", "xml"]],
    [["--json", "--format", "text"]],
  ])("does not take the words %j", async (args) => {
    await expect(check(args)).rejects.toThrow(
      "content:check: expected [DIR] [--since REVISION] [--json | --format text|json|github] [--strict]",
    );
  });
});

describe("mujaz content:check with warnings", () => {
  const flawed = withFigures([{ quote: "بحسب شهود" }]);
  const text =
    "ghouta/a.yaml:23:7: warning: figures[0].quote: بحسب شهود: cannot be read as 38 civilians killed; quote the words that state the figure, or correct the figure";

  it("prints them, and passes", async () => {
    const dir = folderWith({ [file]: flawed });
    const [first, second, ...rest] = await check([dir]);
    expect(first).toBe(text);
    expect(second).toBe(`${dir}: 1 warning in 1 topics and 1 stories`);
    expect(rest.at(-1)).toBe(0);
  });

  it("counts them like errors where that is asked for", async () => {
    const dir = folderWith({ [file]: flawed });
    expect((await check([dir, "--strict"])).at(-1)).toBe(1);
    expect((await check([folderWith(), "--strict"])).at(-1)).toBe(0);
  });

  it.each([[["--json"]], [["--format", "json"]]])(
    "prints an object a line with %j",
    async (args) => {
      const dir = folderWith({
        [file]: withFigures([{ quote: "بحسب شهود" }, { id: "b", count: -3 }]),
      });
      const lines = await check([dir, ...args]);
      expect(lines.slice(0, -1).map((line) => JSON.parse(String(line)) as unknown)).toEqual([
        {
          level: "error",
          file,
          line: 29,
          column: 7,
          field: "figures[1].count",
          message: "-3: expected a whole number from 1",
          mend: "expected a whole number from 1",
        },
      ]);
      put(dir, file, flawed);
      expect(JSON.parse(String((await check([dir, ...args]))[0]))).toEqual({
        level: "warning",
        file,
        line: 23,
        column: 7,
        field: "figures[0].quote",
        message: "بحسب شهود: cannot be read as 38 civilians killed",
        mend: "quote the words that state the figure, or correct the figure",
      });
    },
  );

  it("prints annotations for GitHub, escaped as it asks", async () => {
    const dir = folderWith({ [file]: withFigures([{ quote: "50%, by eye" }]) });
    expect((await check([dir, "--format", "github"]))[0]).toBe(
      `::warning file=${dir}/ghouta/a.yaml,line=23,col=7,title=figures[0].quote::50%25, by eye: cannot be read as 38 civilians killed%0Aquote the words that state the figure, or correct the figure`,
    );
    put(dir, "ghouta/a, b: c%.yaml", "id: x\n");
    expect((await check([dir, "--format", "github"]))[0]).toContain(
      `::error file=${dir}/ghouta/a%2C b%3A c%25.yaml,line=1,col=1,title=`,
    );
  });
});

describe("mujaz content:check --since", () => {
  it("lists each figure that changes, old and new, and what kind of change it is", async () => {
    const dir = committed();
    put(dir, file, withFigures([{ count: 41 }, { id: "hurt", kind: "injured", count: 65 }]));
    expect(await check([dir, "--since", "HEAD"])).toEqual([
      `${dir}: no problems in 1 topics and 1 stories`,
      "ghta0207: update: Air strikes on Eastern Ghouta",
      "  killed (amount): was 38 civilians killed, according to the Observatory; now 41 civilians killed, according to the Observatory",
      "  hurt: new: 65 civilians injured, according to the Observatory",
      0,
    ]);
  });

  it("tells a correction by its reason, and what is withdrawn", async () => {
    const dir = committed();
    const note = { ar: "تبيّن أن الخبر مكرر.", en: "The report turned out to be a repetition." };
    const corrections = [{ at: "2018-02-09", reason: "our_error", note }];
    put(dir, file, withFigures([{ qualifier: "at_least" }], { corrections }));
    expect((await check([dir, "--since", "HEAD"]))[1]).toBe(
      "ghta0207: correction (our_error): Air strikes on Eastern Ghouta",
    );
    put(dir, file, withFigures([{}], { withdrawn: { at: "2018-02-09", note } }));
    expect((await check([dir, "--since", "HEAD"])).slice(1, 3)).toEqual([
      "ghta0207: withdrawal: Air strikes on Eastern Ghouta",
      "  killed: withdrawn: 38 civilians killed, according to the Observatory",
    ]);
  });

  it("says so where no figure changes", async () => {
    const dir = committed();
    put(dir, file, { ...story, headline: { ar: "غارات", en: "Raids" } });
    expect((await check([dir, "--since", "HEAD"])).slice(1)).toEqual(["no figure changes", 0]);
  });

  it("finds a story that vanished since", async () => {
    const dir = committed();
    rmSync(join(dir, file));
    const lines = await check([dir, "--since", "HEAD"]);
    expect(lines[0]).toContain("story ghta0207 of topic ghouta has vanished");
    expect(lines.at(-1)).toBe(1);
  });

  it("leaves the repository as it is, even inside one of its hooks", async () => {
    const dir = committed();
    put(dir, file, withFigures([{ count: 41 }]));
    git(dir, "add", ".");
    const index = join(dir, "../../.git/index");
    const before = readFileSync(index);
    const status = git(dir, "status", "--porcelain");
    const hook = { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index" };
    expect(await check([dir, "--since", "HEAD"], hook)).toHaveLength(4);
    expect(readFileSync(index).equals(before)).toBe(true);
    expect(git(dir, "status", "--porcelain")).toBe(status);
  });

  it.each(["nowhere", "-x", "HEAD~7", ""])("knows no revision “%s”", async (revision) => {
    const dir = committed();
    await expect(check([dir, `--since=${revision}`])).rejects.toThrow(
      `${revision}: there is no such revision in `,
    );
  });

  it("says where there is no repository, and no folder in the revision", async () => {
    const dir = folderWith();
    await expect(check([dir, "--since", "HEAD"])).rejects.toThrow(
      `${dir}: not a git repository (or any of the parent directories): .git`,
    );
    git(dir, "init", "--quiet");
    git(dir, "commit", "--quiet", "--allow-empty", "--message", "empty");
    await expect(check([dir, "--since", "HEAD"])).rejects.toThrow(
      "HEAD: its content has problems, the first: .: nothing in it",
    );
    const deeper = join(committed(), "..", "later");
    execFileSync("cp", ["-r", dir, deeper]);
    rmSync(join(deeper, ".git"), { recursive: true });
    await expect(check([deeper, "--since", "HEAD"])).rejects.toThrow(
      "HEAD: it has no folder press/later/",
    );
  });

  it("says where there is no git", async () => {
    await expect(check([committed(), "--since", "HEAD"], { PATH: "/nowhere" })).rejects.toThrow(
      "git cannot be run",
    );
  });
});

async function reload(dir: string, db: Database): Promise<void> {
  await recordEdition(db, await editionIn(dir), now);
}

describe("mujaz content:check with the store of a bot", () => {
  const three = [-1001, 501, 502];
  const repeated = { ar: "خبر مكرر.", en: "A repetition." };
  const corrections = [{ at: "2018-02-09", reason: "our_error", note: repeated }];

  /** A store that has seen the folder, where these chats hold a message that shows revision 1. */
  async function seen(dir: string, chats: Iterable<number> = three): Promise<Seen> {
    const url = `file:${join(folderWith(), "mujaz.db")}`;
    const db = await openDatabase(url);
    onTestFinished(() => db.destroy());
    const bot: Seen = { url, db, reload: () => reload(dir, db) };
    await bot.reload();
    await hold(bot, 1, chats);
    return bot;
  }

  interface Seen {
    readonly url: string;
    readonly db: Database;
    readonly reload: () => Promise<void>;
  }

  async function hold({ db }: Seen, revision: number, chats: Iterable<number>): Promise<void> {
    const shown = { printing: defaultPrinting, pieces: [], shows: { ghta0207: [revision] } };
    const delivered = [...chats].map((chatId, index) => ({
      chatId,
      threadId: 0,
      sentId: 100 * revision + index,
      shown,
      at: now,
    }));
    await recordDelivered(db, delivered);
  }

  async function lines(dir: string, bot: Seen, above = "1000") {
    const all = await check([dir], { DATABASE_URL: bot.url, CONFIRM_ABOVE: above });
    return all.slice(1, -1);
  }

  it("tells how many messages in how many chats a correction would edit and tell", async () => {
    const dir = folderWith();
    const bot = await seen(dir, [501, 502, 501]);
    put(dir, file, withFigures([{ count: 41 }], { corrections }));
    expect(await lines(dir, bot)).toEqual([
      "ghta0207: correction (our_error): Air strikes on Eastern Ghouta",
      "  killed (amount): was 38 civilians killed, according to the Observatory; now 41 civilians killed, according to the Observatory",
      "  edits 3 messages in 2 chats, and tells 2 chats",
    ]);
  });

  it("tells nobody of an update, and says where an editor must confirm", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, withFigures([{ count: 41 }]));
    expect((await lines(dir, bot, "2")).slice(2)).toEqual([
      "  edits 3 messages in 3 chats",
      "  waits for /confirm: 3 chats are more than 2",
    ]);
    expect(await lines(dir, bot, "3")).toHaveLength(3);
  });

  it("compares with what each message shows, and counts a chat once", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, withFigures([{ count: 41 }]));
    await bot.reload();
    await hold(bot, 2, [501]);
    put(dir, file, withFigures([{ count: 43 }]));
    const told = await lines(dir, bot, "2");
    expect(told.filter((line) => String(line).startsWith("  edits"))).toEqual([
      "  edits 1 message in 1 chat",
      "  edits 3 messages in 3 chats",
    ]);
    expect(told.join("\n")).toMatch(/was 41 civilians.* now 43[^]*was 38 civilians.* now 43/);
    expect(told.at(-1)).toBe("  waits for /confirm: 3 chats are more than 2");
    expect((await lines(dir, bot, "3")).join()).not.toContain("/confirm");
  });

  it("edits nothing where messages still show what a save goes back to", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, withFigures([{ count: 41 }]));
    await bot.reload();
    put(dir, file, withFigures([{ count: 38 }]));
    const told = await lines(dir, bot);
    expect(told[1]).toMatch(/was 41 civilians.* now 38/);
    expect(told.slice(2)).toEqual(["  no message shows anything else"]);
  });

  it("tells two wordings of the same figures together", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, { ...story, headline: { ar: "غارات", en: "Raids" } });
    await bot.reload();
    await hold(bot, 2, [501]);
    put(dir, file, withFigures([{ count: 41 }], { headline: { ar: "غارات", en: "Raids" } }));
    expect((await lines(dir, bot)).slice(2)).toEqual(["  edits 4 messages in 3 chats"]);
  });

  it("counts messages whose revision is not kept among those that are edited", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, withFigures([{ count: 41 }]));
    await bot.reload();
    await bot.db.updateTable("revisions").set({ body: null }).where("number", "=", 1).execute();
    put(dir, file, withFigures([{ count: 43 }]));
    expect(await lines(dir, bot)).toEqual([
      "ghta0207: told anew where a revision is shown that is not kept",
      "  edits 3 messages in 3 chats",
    ]);
  });

  it("says nothing of a new story, of other words, and of what the bot knows", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, "ghouta/b.yaml", { ...story, id: "ghta0208", date: "2018-02-08" });
    put(dir, file, { ...story, headline: { ar: "غارات", en: "Raids" } });
    expect(await lines(dir, bot)).toEqual(["no figure that was told changes"]);
    put(dir, file, withFigures([{ count: 41 }]));
    await bot.reload();
    expect(await lines(dir, bot)).toEqual(["no figure that was told changes"]);
  });

  it("complains of a story that was told and is in no file any more, in the bot's own folder", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, "ghouta/b.yaml", { ...story, id: "ghta0208" });
    rmSync(join(dir, file));
    const own = await check([], { CONTENT_DIR: dir, DATABASE_URL: bot.url });
    expect(own.join()).toContain("story ghta0207 of topic ghouta has vanished");
    expect(own.at(-1)).toBe(1);
    expect((await check([dir], { DATABASE_URL: bot.url })).join()).not.toContain("vanished");
    const again = await check([`${dir}/../${basename(dir)}/`], {
      CONTENT_DIR: dir,
      DATABASE_URL: bot.url,
    });
    expect(again.join()).toContain("story ghta0207 of topic ghouta has vanished");
  });

  it("writes nothing to the store", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    put(dir, file, withFigures([{ count: 41 }]));
    await lines(dir, bot);
    expect(await bot.db.selectFrom("revisions").selectAll().execute()).toHaveLength(1);
    expect(await bot.db.selectFrom("corrections").selectAll().execute()).toEqual([]);
  });

  it("does not touch a store of an earlier version, and passes all the same", async () => {
    const dir = folderWith();
    const bot = await seen(dir);
    const last = bot.db.selectFrom("revisions").select("number");
    await sql`delete from kysely_migration where name > '003'`.execute(bot.db);
    expect(await check([dir], { DATABASE_URL: bot.url })).toEqual([
      expect.stringContaining("no problems"),
      `DATABASE_URL: ${bot.url}: it was written by an earlier version of Mujaz; so nothing is compared`,
      0,
    ]);
    expect(await last.execute()).toHaveLength(1);
  });
});
