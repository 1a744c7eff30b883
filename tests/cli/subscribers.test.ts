import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { subscribers } from "../../src/cli/subscribers.ts";
import { weekdays } from "../../src/domain/time/time-zone.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-subscribers-"));
afterAll(() => rmSync(folder, { recursive: true }));

const now = new Date("2026-11-22T07:00:00Z");
let count = 0;

interface Bench {
  readonly run: (args: readonly string[], input?: string, at?: Date) => Promise<Ran>;
  readonly file: (name: string) => string;
  readonly open: () => Promise<Database>;
}

interface Ran {
  readonly code: number;
  readonly lines: readonly string[];
}

/** A store in a file of its own, and the verb on it. */
function bench(): Bench {
  count += 1;
  const url = `file:${join(folder, `${count}.db`)}`;
  return {
    async run(args, input = "", at = now) {
      const lines: string[] = [];
      const code = await subscribers({
        args,
        env: { DATABASE_URL: url },
        clock: () => at,
        print: (line) => lines.push(...line.split("\n")),
        warn: (line) => void lines.push(line),
        input: chunksOf(input),
        stop: new AbortController().signal,
      });
      return { code, lines };
    },
    file: (name) => join(folder, `${count}-${name}`),
    open: () => openDatabase(url),
  };
}

/** In small pieces, so that letters and lines are cut. */
async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 7) {
    yield await Promise.resolve(bytes.subarray(at, at + 7));
  }
}

const line = {
  chat: -1001,
  type: "supergroup",
  title: "غرفة «الأخبار»",
  thread: 5,
  topics: ["ghouta", "strikes"],
  times: ["07:30", "19:00"],
  days: ["mon", "fri"],
  zone: "Asia/Damascus",
  language: "ar",
  digits: "arabic",
  months: "levant",
  quiet: { from: "22:00", until: "07:00" },
  alerts: true,
  emptyLine: false,
  silent: true,
  cards: true,
  state: "paused",
  reason: "forbidden",
  topicClosed: false,
  person: 77,
};
const text = `${JSON.stringify(line)}\n`;

let at: Bench;
beforeEach(() => {
  at = bench();
});

describe("what is exported", () => {
  it("is what was imported, to the byte", async () => {
    expect(await at.run(["import", "-"], text)).toEqual({
      code: 0,
      lines: ["-: 1 subscriptions imported, 0 bad lines left out"],
    });
    expect((await at.run(["export", "-"])).lines).toEqual([JSON.stringify(line)]);
  });

  it("is the same from whichever store, whatever there is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 40 }), async (given) => {
        const [one, other] = [bench(), bench()];
        const input = given.map((each) => `${JSON.stringify(each)}\n`).join("");
        expect((await one.run(["import", "-"], input)).code).toBe(0);
        const first = (await one.run(["export", "-"])).lines;
        await other.run(["import", "-"], first.join("\n"));
        expect((await other.run(["export", "-"])).lines).toEqual(first);
        await other.run(["import", "-"], first.join("\n"));
        expect((await other.run(["export", "-"])).lines).toEqual(first);
        expect(first.filter((each) => each !== "")).toHaveLength(new Set(given.map(placeOf)).size);
      }),
      { numRuns: 25 },
    );
  });

  it("fault 22: has General by no number, though Telegram calls it topic 1", async () => {
    const general = { ...line, chat: -1001, thread: 1 };
    await at.run(["import", "-"], JSON.stringify(general));
    const { lines } = await at.run(["export", "-"]);
    expect(lines.map((each) => JSON.parse(each))).toEqual([{ ...general, thread: 0 }]);
  });

  it("comes in pages without a gap", async () => {
    const many = Array.from({ length: 2345 }, (_, index) =>
      JSON.stringify({ ...line, chat: -1001 - Math.floor(index / 3), thread: (index % 3) * 2 }),
    );
    await at.run(["import", "-"], many.join("\n"));
    const { lines } = await at.run(["export", "-"]);
    expect(new Set(lines)).toEqual(new Set(many));
    expect(lines).toHaveLength(2345);
  });

  it("replaces a file whole, for nobody else to read", async () => {
    await at.run(["import", "-"], text);
    const file = at.file("places.jsonl");
    writeFileSync(file, "old");
    await at.run(["export", file]);
    expect(readFileSync(file, "utf8")).toBe(text);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("says what is wrong with a file that cannot be written", async () => {
    await expect(at.run(["export", join(folder, "nowhere", "x")])).rejects.toThrow(
      /nowhere.*ENOENT/,
    );
  });
});

describe("what is imported", () => {
  it("begins with the news from now on, where a schedule was there before", async () => {
    await at.run(["import", "-"], text);
    const later = new Date("2026-11-24T12:00:00Z");
    await at.run(["import", "-"], JSON.stringify({ ...line, chat: -1002 }), later);
    await using db = await at.open();
    const rows = await db
      .selectFrom("subscriptions")
      .select(["chat_id", "news_from"])
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      { chat_id: -1001, news_from: now.getTime() },
      { chat_id: -1002, news_from: later.getTime() },
    ]);
  });

  it("moves no window and wakes no chat of a place that is there already", async () => {
    await at.run(["import", "-"], text);
    const again = { ...line, state: "active", reason: null, topics: [], silent: false };
    const later = new Date("2026-11-24T12:00:00Z");
    await at.run(["import", "-"], JSON.stringify(again), later);
    await using db = await at.open();
    const row = await db
      .selectFrom("subscriptions")
      .innerJoin("chats", "chats.id", "chat_id")
      .select(["news_from", "topics", "silent", "chats.state"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ news_from: now.getTime(), topics: "", silent: 0, state: "paused" });
  });

  it("takes defaults for what a line leaves out, and blank lines for nothing", async () => {
    const least = { chat: 7, type: "private", times: ["08:00"], zone: "Europe/Paris" };
    await at.run(["import", "-"], `\uFEFF\n${JSON.stringify(least)}\r\n\n`);
    const [exported = ""] = (await at.run(["export", "-"])).lines;
    expect(JSON.parse(exported)).toMatchObject({
      ...least,
      days: "daily",
      alerts: true,
      topics: [],
    });
  });

  it("is nothing at all where a line is bad, and every bad line is named", async () => {
    const bad = [
      JSON.stringify(line),
      "{",
      JSON.stringify({ ...line, times: ["7:30"], zone: "Mars/Olympus", colour: "red" }),
      JSON.stringify({ ...line, type: undefined }),
      JSON.stringify({ ...line, chat: 5 }),
      "[]",
    ].join("\n");
    const file = at.file("bad.jsonl");
    writeFileSync(file, bad);
    expect(await at.run(["import", file])).toEqual({
      code: 1,
      lines: [
        "line 2: {: expected an object in JSON",
        'line 3: times.0: "7:30": expected a time such as 07:30',
        'line 3: zone: "Mars/Olympus": expected a time zone such as Asia/Damascus',
        "line 3: colour: expected no such field",
        "line 4: type: missing: expected one of private, group, supergroup, channel",
        "line 5: chat: 5: expected an id above 0 for a private chat, and below 0 for others",
        "line 6: line: []: expected an object",
        `${file}: nothing imported; 5 bad lines (--skip-bad leaves them out)`,
      ],
    });
    expect((await at.run(["export", "-"])).lines).toEqual([]);
    expect((await at.run(["import", file, "--skip-bad"])).code).toBe(0);
    expect((await at.run(["export", "-"])).lines).toEqual([JSON.stringify(line)]);
  });

  it("is nothing where a bad line comes after many good ones", async () => {
    const many = Array.from({ length: 1500 }, (_, index) =>
      JSON.stringify({ ...line, chat: -2000 - index }),
    );
    const ran = await at.run(["import", "-"], [...many, "no"].join("\n"));
    expect(ran.lines[0]).toBe("line 1501: no: expected an object in JSON");
    expect((await at.run(["export", "-"])).lines).toEqual([]);
  });

  it("says what is wrong with a file that is not there", async () => {
    await expect(at.run(["import", join(folder, "none")])).rejects.toThrow(/none: ENOENT/);
    await expect(at.run(["import", folder])).rejects.toThrow(/EISDIR/);
  });
});

it.each([
  [[]],
  [["export"]],
  [["export", "a", "b"]],
  [["copy", "a"]],
  [["export", "a", "--skip-bad"]],
])("says how it is used where it is asked for %j", async (args) => {
  await expect(at.run(args)).rejects.toThrow("expected subscribers export FILE, or import FILE");
  expect(existsSync(join(folder, "a"))).toBe(false);
});

function placeOf({ chat, thread }: { readonly chat: number; readonly thread: number }): string {
  return `${chat} ${thread}`;
}

const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));

/** Lines of one chat agree about the chat, as those of an export do. */
const anyLine = fc
  .record({
    chat: fc.integer({ min: -6, max: 6 }).filter((id) => id !== 0),
    thread: fc.constantFrom(0, 2, 3),
    topics: fc.uniqueArray(fc.constantFrom("ghouta", "strikes", "a_b"), { maxLength: 3 }),
    times: fc.array(clock, { minLength: 1, maxLength: 8 }),
    days: fc.oneof(
      fc.constant("daily"),
      fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }),
    ),
    zone: fc.constantFrom("Asia/Damascus", "Europe/Paris", "UTC"),
    alerts: fc.boolean(),
    emptyLine: fc.boolean(),
    silent: fc.boolean(),
    cards: fc.boolean(),
    topicClosed: fc.boolean(),
    person: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .map((given) => {
    const isPrivate = given.chat > 0;
    const type = isPrivate ? "private" : given.chat % 2 === 0 ? "channel" : "supergroup";
    const thread = type === "supergroup" ? given.thread : 0;
    return { ...given, type, thread, title: isPrivate ? null : `قناة ${given.chat}` };
  });
