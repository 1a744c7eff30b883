import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Entry } from "../../src/simulator/record/happening.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import {
  freePort,
  startNpm,
  startProcess,
  token,
  type BotProcess,
  type Environment,
} from "./bot-process.ts";
import { figureLines } from "./first-content.ts";

const webhookSecret = "a-secret-of-the-end-to-end-tests";
const known = '"the bot is known to Telegram"';

let folder: string;
let simulator: Simulator;
let layla: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-app-"));
  simulator = await startSimulator({ token, webhook: { splitBody: true } });
  layla = simulator.world.addPerson({ firstName: "ليلى", languageCode: "ar" });
});

afterEach(async () => {
  await simulator.close();
  rmSync(folder, { recursive: true });
});

async function environment(more: Environment = {}): Promise<Environment> {
  return {
    BOT_TOKEN: token,
    TELEGRAM_API_ROOT: simulator.apiRoot,
    DATABASE_URL: `file:${join(folder, "mujaz.db")}`,
    PORT: String(await freePort()),
    ...more,
  };
}

/** Ends with the test, whatever becomes of it. */
function owned(bot: BotProcess): BotProcess {
  onTestFinished(async () => {
    bot.kill("SIGKILL");
    await bot.ended;
  });
  return bot;
}

async function startBot(more: Environment = {}, line = known): Promise<BotProcess> {
  const bot = owned(startProcess(["start"], await environment(more)));
  await bot.wrote(line);
  return bot;
}

/** Says it, and waits until the chat has so many messages of the bot in all. */
async function ask(line: string, person = layla): Promise<string> {
  const afterSeq = simulator.record.size();
  simulator.world.say({ person, chat: person, text: line });
  const answer = await simulator.record.waitFor(
    (entry) => entry.type === "sent" && entry.chatId === person,
    { afterSeq },
  );
  return answer.type === "sent" ? (answer.text ?? "") : "";
}

function isTrouble(entry: Entry): boolean {
  return entry.type === "sent" && entry.text?.includes("figures[0].count") === true;
}

function isWarning(entry: Entry): boolean {
  return isOf("41 civilians killed")(entry);
}

/** A notice about a quote. */
function isOf(words: string): (entry: Entry) => boolean {
  return (entry) =>
    entry.type === "sent" && [".quote", words].every((part) => entry.text?.includes(part));
}

async function expectEveryFigure(): Promise<void> {
  for (const [command, lines] of Object.entries(figureLines)) {
    const answer = (await ask(command)).split("\n");
    expect(answer.filter((line) => /^[•◦–]/.test(line))).toEqual(lines);
  }
}

describe("the bot as a process", () => {
  it("answers every shipped topic in both languages over polling", async () => {
    await startBot();
    await expectEveryFigure();
    expect(simulator.record.entries().filter(({ type }) => type === "dropped")).toEqual([]);
  });

  it("answers every shipped topic in both languages over a webhook, its bodies split in letters", async () => {
    const port = await freePort();
    await startBot({
      PORT: String(port),
      WEBHOOK_URL: `http://127.0.0.1:${port}/hook-f81d4fae`,
      WEBHOOK_SECRET: webhookSecret,
    });
    await expectEveryFigure();
    expect(await ask("الغوطة")).toContain("مقتل 38 مدنياً");
  });

  it("ends at SIGTERM with everything in flight answered once, and the rest after a restart", async () => {
    const readers = Array.from({ length: 40 }, (_, index) =>
      simulator.world.addPerson({ firstName: `Reader ${index}`, languageCode: "en" }),
    );
    const bot = await startBot();
    for (const reader of readers) simulator.world.start({ person: reader });
    await simulator.record.waitFor(({ type }) => type === "sent");
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    await startBot();
    for (const reader of readers) {
      await simulator.record.waitFor((entry) => entry.type === "sent" && entry.chatId === reader);
    }
    // Whatever else were to come would have come before the answer to a later question.
    await ask("/ghouta");
    const counts = readers.map(
      (reader) => simulator.messages(reader).filter(({ from }) => from.isBot).length,
    );
    expect(counts).toEqual(readers.map(() => 1));
  });

  it("ends at once and cleanly when SIGTERM follows an answer", async () => {
    const bot = await startBot({ LOG_LEVEL: "warn" }, "");
    await ask("/ghouta");
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
    expect(bot.output()).toBe("");
  });

  it("loses no command to a SIGKILL", async () => {
    const readers = Array.from({ length: 40 }, (_, index) =>
      simulator.world.addPerson({ firstName: `Reader ${index}`, languageCode: "en" }),
    );
    const bot = await startBot();
    for (const reader of readers) simulator.world.start({ person: reader });
    await simulator.record.waitFor(({ type }) => type === "sent");
    bot.kill("SIGKILL");
    await bot.ended;
    await startBot();
    const answers = readers.map((reader) =>
      simulator.record.waitFor((entry) => entry.type === "sent" && entry.chatId === reader),
    );
    expect(await Promise.all(answers)).toHaveLength(readers.length);
  });

  it("tells each editor once of a broken save, and answers on from the edition before", async () => {
    const dir = join(folder, "content");
    cpSync(fileURLToPath(new URL("../../content", import.meta.url)), dir, { recursive: true });
    simulator.world.start({ person: layla });
    const bot = await startBot({ CONTENT_DIR: dir, EDITOR_IDS: String(layla) });
    await bot.wrote("the content is watched");
    await ask("/start");
    const afterSeq = simulator.record.size();
    const story = join(dir, "ghouta/2018-02-07-air-strikes.yaml");
    const written = readFileSync(story, "utf8");
    writeFileSync(story, written.replace("count: 38", "count: many"));
    await simulator.record.waitFor(isTrouble, { afterSeq });
    writeFileSync(story, `${written.replace("count: 38", "count: many")}\n`);
    expect(await ask("/ghouta")).toContain("مقتل 38 مدنياً");
    writeFileSync(
      story,
      written.replace("count: 38", "count: 41").replace("quote: 38", "quote: 41"),
    );
    await bot.wrote('"a new edition"');
    expect(await ask("/ghouta")).toContain("مقتل 41 مدنياً");
    expect(simulator.record.entries(afterSeq).filter(isTrouble)).toHaveLength(1);
  });

  it("tells each editor once of a save that passes with a warning, and answers with it", async () => {
    const dir = join(folder, "content");
    cpSync(fileURLToPath(new URL("../../content", import.meta.url)), dir, { recursive: true });
    simulator.world.start({ person: layla });
    const bot = await startBot({ CONTENT_DIR: dir, EDITOR_IDS: String(layla) });
    await bot.wrote("the content is watched");
    await ask("/start");
    const afterSeq = simulator.record.size();
    const story = join(dir, "ghouta/2018-02-07-air-strikes.yaml");
    const written = readFileSync(story, "utf8");
    const flawed = written.replace("count: 38", "count: 41");
    writeFileSync(story, flawed);
    await simulator.record.waitFor(isWarning, { afterSeq });
    expect(await ask("/ghouta")).toContain("مقتل 41 مدنياً");
    writeFileSync(story, flawed.replace("count: 65", "count: 66"));
    await simulator.record.waitFor(isOf("66 people injured"), { afterSeq });
    expect(simulator.record.entries(afterSeq).filter(isWarning)).toHaveLength(1);
  });

  it("gets npm's SIGTERM and leaves nothing running", async () => {
    const env = await environment();
    const npm = owned(startNpm(["start"], env));
    await npm.wrote("listening");
    const health = `http://127.0.0.1:${env["PORT"] ?? ""}/healthz`;
    expect((await fetch(health)).status).toBe(200);
    npm.kill("SIGTERM");
    await npm.ended;
    await expect(fetch(health)).rejects.toThrow("fetch failed");
  });
});

async function complaintOf(more: Environment, code = 1): Promise<string> {
  const bot = owned(startProcess(["start"], await environment({ LOG_LEVEL: "silent", ...more })));
  expect(await bot.ended).toBe(code);
  expect(bot.output()).not.toContain(token);
  expect(bot.output()).not.toMatch(/^\s+at /m);
  return bot.output().trim();
}

describe("a fault that nothing caught", () => {
  const fault = `new Error("cannot read https://api.telegram.org/bot${token}/getMe")`;

  it.each([
    ["thrown", `throw ${fault}`],
    ["of a promise", `void Promise.reject(${fault})`],
  ])("ends the bot in one line without the token: %s", async (_, deed) => {
    const script = encodeURIComponent(`process.on("SIGUSR2", () => { ${deed}; });`);
    const bot = await startBot({ NODE_OPTIONS: `--import=data:text/javascript,${script}` });
    bot.kill("SIGUSR2");
    expect(await bot.ended).toBe(1);
    const lines = bot.output().trim().split("\n");
    const complaint = /^mujaz: unexpected error: cannot read .*\/bot\[secret\]\/getMe/;
    expect(lines.filter((line) => !line.startsWith("{"))).toEqual([
      expect.stringMatching(complaint),
    ]);
    expect(bot.output()).not.toContain(token.slice(10));
  });
});

describe("what it cannot start with", () => {
  it("is named: a token that is missing", async () => {
    expect(await complaintOf({ BOT_TOKEN: "" }, 78)).toBe(
      "mujaz: BOT_TOKEN: missing: expected the token that BotFather gave, such as 123456789:AAF…",
    );
  });

  it("is named: a token that Telegram does not know", async () => {
    expect(await complaintOf({ BOT_TOKEN: token.replace("AAE", "BBE") })).toBe(
      "mujaz: BOT_TOKEN: Telegram does not know it, or knows it no more",
    );
  });

  it("is named: a port that is taken", async () => {
    const taken = new URL(simulator.apiRoot).port;
    expect(await complaintOf({ PORT: taken })).toBe(
      `mujaz: HOST, PORT: 127.0.0.1:${taken}: the port is taken`,
    );
  });

  it("is named: a file that is no database", async () => {
    expect(await complaintOf({ DATABASE_URL: "file:README.md" })).toBe(
      "mujaz: DATABASE_URL: file:README.md: the file is not a SQLite database",
    );
  });

  it("is named: a content folder that is not there", async () => {
    expect(await complaintOf({ CONTENT_DIR: "nowhere" })).toMatch(
      /^mujaz: .*no folder at nowhere: expected the content$/,
    );
  });
});

it("a folder that is away does not keep a bot that has told an edition from starting", async () => {
  const first = await startBot();
  await first.wrote("the content is watched");
  first.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  const bot = await startBot({ CONTENT_DIR: "nowhere" });
  expect(bot.output()).toContain("the content has errors; what was told last is told on");
  expect(await ask("/ghouta")).toContain("مقتل 38 مدنياً");
  expect(bot.output()).toContain("no folder at nowhere: expected the content");
});

describe("a network that is not there at the start", () => {
  it("is said in one line and waited for, until it is there", async () => {
    await simulator.connections.pause();
    const bot = owned(startProcess(["start"], await environment()));
    await bot.wrote("Telegram cannot be reached; trying on");
    expect(bot.output().trim().split("\n")).toHaveLength(1);
    await simulator.connections.resume();
    await bot.wrote(known);
  });

  it("does not keep the bot from stopping", async () => {
    await simulator.connections.pause();
    const bot = owned(startProcess(["start"], await environment()));
    await bot.wrote("Telegram cannot be reached; trying on");
    bot.kill("SIGTERM");
    expect(await bot.ended).toBe(0);
  });
});

describe("an old Node", () => {
  it("gets one clear line", async () => {
    const old = "Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})";
    const bot = owned(startProcess([], { NODE_OPTIONS: `--import=data:text/javascript,${old}` }));
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toBe(
      "mujaz: Node 20.20.2 is too old: expected 24.18 or newer; " +
        "start it through npm (npm start, npm run playground), which brings its own Node.\n",
    );
  });
});
