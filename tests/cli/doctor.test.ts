import { Readable } from "node:stream";
import { mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import { ConfigError } from "../../src/config/variables.ts";
import type { Schedule } from "../../src/domain/time/schedule.ts";
import { startSimulator, type Simulator } from "../../src/simulator/simulator.ts";
import { openDatabase } from "../../src/store/database.ts";
import { takeLease } from "../../src/store/lease.ts";
import { subscribe } from "../../src/store/subscriptions/subscriptions.ts";
import { folderWith } from "../content/folder.ts";
import { token } from "../telegram/faults.ts";

let folder: string;
let telegram: Simulator;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mujaz-doctor-"));
  telegram = await startSimulator({ token });
});

afterEach(async () => {
  await telegram.close();
  rmSync(folder, { recursive: true });
});

const schedule: Schedule = { times: [480], days: { type: "daily" }, zone: "Asia/Damascus" };

interface Told {
  readonly code: number;
  readonly lines: readonly string[];
}

type Environment = Readonly<Record<string, string>>;

async function look(env: Environment = {}, clock = () => new Date()): Promise<Told> {
  const lines: string[] = [];
  const code = await doctor({
    args: [],
    input: Readable.from([]),
    env: {
      BOT_TOKEN: token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      DATABASE_URL: `file:${folder}/mujaz.db`,
      CONTENT_DIR: folderWith(),
      ...env,
    },
    clock,
    print: (line) => void lines.push(line),
    warn: (line) => void lines.push(line),
    stop: new AbortController().signal,
  });
  return { code, lines };
}

function amiss({ lines }: Told): readonly string[] {
  return lines.filter((line) => !line.startsWith("ok"));
}

function fine({ lines }: Told, about: string): readonly string[] {
  return lines.filter((line) => line.startsWith(`ok    ${about}: `));
}

async function subscribed(chat: { id: number; type: "supergroup" | "channel"; title: string }) {
  const db = await openDatabase(`file:${folder}/mujaz.db`);
  const wish = {
    topics: [],
    schedule,
    alerts: true,
    cards: false,
    emptyLine: false,
    silent: false,
  };
  await subscribe(db, { chat, threadId: 0 }, wish, new Date());
  await db.destroy();
}

describe("mujaz doctor", () => {
  it("finds nothing amiss where nothing is", async () => {
    const told = await look();
    expect(told.code).toBe(0);
    expect(amiss(told)).toEqual([]);
    expect(told.lines).toContain(`ok    token: Telegram knows it as @${telegram.bot.username}`);
    expect(told.lines).toContainEqual(expect.stringContaining("ok    store: there is none at"));
  });

  it("makes nothing", async () => {
    await look();
    expect(() => openSync(join(folder, "mujaz.db"), "r")).toThrow("ENOENT");
  });

  it("names every bad variable, as the start does", async () => {
    await expect(look({ BOT_TOKEN: "", PORT: "0" })).rejects.toThrow(ConfigError);
  });

  it("says that the token is not known, and never what it is", async () => {
    const other = "123456789:AAF-another_token-of-35-letters-xyz";
    const told = await look({ BOT_TOKEN: other });
    expect(told.code).toBe(1);
    expect(amiss(told)).toEqual([
      "bad   token: BOT_TOKEN: Telegram does not know it, or knows it no more; take the token from BotFather anew",
    ]);
    expect(told.lines.join("\n")).not.toContain("AAF-");
  });

  it("says that Telegram cannot be reached", async () => {
    const told = await look({ TELEGRAM_API_ROOT: "http://127.0.0.1:9" });
    expect(told.code).toBe(1);
    expect(amiss(told)).toEqual([
      expect.stringMatching(/^bad   token: .*see that TELEGRAM_API_ROOT can be reached/),
      expect.stringMatching(/^warn  clock: .*does not say what time it is/),
    ]);
  });

  it("says how far the clock is off", async () => {
    const late = await look({}, () => new Date(Date.now() - 3_600_000));
    expect(late.code).toBe(1);
    expect(amiss(late)).toEqual([
      expect.stringMatching(/^bad   clock: 3(599|600|601) seconds from Telegram's; let a time/),
    ]);
    const bit = await look({}, () => new Date(Date.now() + 20_000));
    expect(bit.code).toBe(0);
    expect(amiss(bit)).toEqual([expect.stringMatching(/^warn  clock: (19|20|21) seconds/)]);
  });

  it("says that zone data are old", async () => {
    const told = await look({}, () => new Date("2040-01-01"));
    expect(amiss(told)).toContainEqual(expect.stringMatching(/^warn  zone data: of 20\d\d/));
  });

  it("says that a webhook is elsewhere, and that it fails", async () => {
    const url = "https://old.example.org/hook";
    const call = `${telegram.apiRoot}/bot${token}/setWebhook?url=${encodeURIComponent(url)}`;
    await fetch(call);
    expect(amiss(await look())).toEqual([
      expect.stringMatching(
        /^warn  webhook: updates go to old.example.org, and WEBHOOK_URL is not/,
      ),
    ]);
    const secret = "a-secret-of-the-doctor";
    const set = { WEBHOOK_URL: "https://new.example.org/hook", WEBHOOK_SECRET: secret };
    const told = await look(set);
    expect(amiss(told)).toEqual([
      "warn  webhook: updates go to old.example.org, not to new.example.org; start the bot: it sets WEBHOOK_URL",
    ]);
    expect(told.lines.join("\n")).not.toContain(secret);
    expect(amiss(await look({ ...set, WEBHOOK_URL: url }))).toEqual([]);
  });

  it("says that the store is damaged, or no store", async () => {
    await (await openDatabase(`file:${folder}/mujaz.db`)).destroy();
    expect(amiss(await look())).toEqual([]);
    const file = openSync(join(folder, "mujaz.db"), "r+");
    writeSync(file, Buffer.alloc(4096, 0x7f), 0, 4096, 4096 * 4);
    const told = await look();
    expect(told.code).toBe(1);
    expect(amiss(told)).toEqual([expect.stringMatching(/^bad   store: .*; restore a backup$/)]);
    writeFileSync(join(folder, "other.db"), "no database at all, ".repeat(100));
    expect(amiss(await look({ DATABASE_URL: `file:${folder}/other.db` }))).toEqual([
      expect.stringMatching(/^bad   store: .*not a SQLite database; restore a backup$/),
    ]);
  });

  it.each([
    ["a later", "insert into kysely_migration values ('999-future', '2030')", "run that version"],
    ["an earlier", "delete from kysely_migration where name like '010%'", "start the bot"],
  ])("says that %s version keeps the store, and what to do", async (which, statement, mend) => {
    const db = await openDatabase(`file:${folder}/mujaz.db`);
    await sql.raw(statement).execute(db);
    await db.destroy();
    expect(amiss(await look())).toEqual([
      expect.stringMatching(`^bad   store: .* was written by ${which} version of Mujaz; ${mend}`),
    ]);
  });

  it("says that no server answers", async () => {
    const told = await look({ DATABASE_URL: "postgres://mujaz:of-the-store@127.0.0.1:1/mujaz" });
    expect(amiss(told)).toEqual([
      "bad   store: DATABASE_URL: postgres://mujaz@127.0.0.1:1/mujaz: no server answers there; see that DATABASE_URL is right, and can be reached from here",
    ]);
    expect(told.lines.join("\n")).not.toContain("of-the-store");
  });

  it("looks at each disk that the bot writes to", async () => {
    const content = folderWith();
    const env = { CONTENT_DIR: content, EDITOR_IDS: "7" };
    const [ofStore, ofDesk] = [
      expect.stringMatching(`MiB free at ${folder}$`),
      expect.stringMatching(`MiB free at ${content}$`),
    ];
    const withoutDesk = await look({ CONTENT_DIR: content });
    expect(fine(withoutDesk, "disk")).toEqual([ofStore]);
    expect(fine(await look(env), "disk")).toEqual([ofStore, ofDesk]);
    const onServer = { ...env, DATABASE_URL: "postgres://127.0.0.1:1/mujaz" };
    expect(fine(await look(onServer), "disk")).toEqual([ofDesk]);
  });

  it("says how many run on the store", async () => {
    const db = await openDatabase(`file:${folder}/mujaz.db`);
    const alone = await look();
    expect(fine(alone, "store")).toEqual([expect.stringMatching(/sound, and no bot runs on it$/)]);
    for (const holder of ["one", "other"]) {
      await takeLease(db, { name: holder, holder, lifetime: 60_000, isDead: () => false });
    }
    await db.destroy();
    const two = await look();
    expect(fine(two, "store")).toEqual([expect.stringMatching(/sound, and 2 replicas run on it$/)]);
  });

  it("says that the content has problems", async () => {
    const told = await look({ CONTENT_DIR: folderWith({ "ghouta/a.yaml": "id: [" }) });
    expect(told.code).toBe(1);
    expect(amiss(told)).toEqual([
      expect.stringMatching(/^bad   content: .* has \d+ problems; npm run content:check names/),
    ]);
  });

  it("names the groups and channels where the bot may not write", async () => {
    const owner = telegram.world.addPerson({ firstName: "Salma" });
    const members = { [owner]: { status: "creator" } } as const;
    const channel = telegram.world.addChannel({ title: "Brief", members });
    const group = telegram.world.addSupergroup({
      title: "Neighbours",
      members: { ...members, [telegram.bot.id]: { status: "member" } },
    });
    await subscribed({ id: channel, type: "channel", title: "Brief" });
    await subscribed({ id: group, type: "supergroup", title: "Neighbours" });
    const told = await look();
    expect(told.code).toBe(1);
    expect(amiss(told)).toEqual([expect.stringMatching(/^bad   channel Brief: /)]);
    expect(told.lines).toContain(
      "ok    chats: 2 groups and channels with subscriptions asked about",
    );
  });
});
