import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readPrinting } from "../../src/store/chats/chats.ts";
import { openDatabase } from "../../src/store/database.ts";
import { turnInbox } from "../../src/store/inbox.ts";
import { migrations } from "../../src/store/migrate.ts";
import { startProcess } from "../app/bot-process.ts";
import { openNewsroom, type Newsroom } from "../delivery/newsroom.ts";
import { minute } from "../delivery/rig.ts";
import { fresh } from "../delivery/world.ts";
import { emptyUrl } from "../postgres/fresh.ts";
import { token } from "../telegram/faults.ts";
import { killed } from "./correcting.ts";
import { alone } from "./replica.ts";
import { contentsOf, keepUntil, openRaw, released, type Contents } from "./former.ts";

it("every version but one that is in the making has left a store in these tests", () => {
  expect(Object.keys(migrations).slice(0, released.length)).toHaveLength(released.length);
  expect(Object.keys(migrations).length - released.length).toBeLessThanOrEqual(1);
});

/** What a migration changed on purpose, by the last version that had it. */
const changed: Readonly<Record<string, number>> = { "messages.shows": 3, "outbox.priority": 3 };

/** The rows of before, by those of their columns that are to be as they were. */
function keptOf(contents: Contents, version: number, columns: Contents): Contents {
  const kept = Object.entries(columns).map(([table, before]) => {
    const names = Object.keys(before[0] ?? {}).filter(
      (column) => version > (changed[`${table}.${column}`] ?? 0),
    );
    const rows = (contents[table] ?? []).map((row) =>
      Object.fromEntries(names.map((name) => [name, row[name]])),
    );
    return [table, rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))];
  });
  return Object.fromEntries(kept);
}

describe.each(released)("a store of version %i", (version) => {
  it("has a row in each of its tables, and loses nothing when it is brought up to date", async () => {
    const url = await emptyUrl();
    await keepUntil(url, version);
    const { kysely_migration: _, ...before } = await contentsOf(url);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    await (await openDatabase(url)).destroy();
    const after = await contentsOf(url);
    expect(after["kysely_migration"]).toHaveLength(Object.keys(migrations).length);
    expect(keptOf(after, version, before)).toEqual(keptOf(before, version, before));
  });

  it("is one on which the bot goes on", async () => {
    const url = await emptyUrl();
    await keepUntil(url, version);
    await using room = await openNewsroom("2026-11-22T06:00:00Z", url);
    await peopleOf(room);
    expect(await readPrinting(room.db, 501)).toEqual({
      language: "ar",
      digits: "arabic",
      months: "levant",
    });
    const taken = await turnInbox(room.db, { replica: alone, closed: [], busyChats: [], limit: 9 });
    expect(taken.map(({ updateId, attempt }) => [updateId, attempt])).toEqual([[2, 2]]);

    await room.publish([killed(38), fresh("bbbb")]);
    await room.quiet();
    room.pass(91 * minute);
    await room.quiet();
    await room.publish([killed(41), fresh("bbbb")]);
    await room.quiet();
    const [first, ...texts] = room.telegram.messages(501).map(({ text }) => text);
    expect(texts.filter((text) => text?.includes("words that waited"))).toHaveLength(
      version >= 3 ? 1 : 0,
    );
    expect(texts.filter((text) => text?.startsWith("موجز"))).toHaveLength(version >= 2 ? 1 : 0);
    const shown = version >= 4 ? /Update[^]*to 41 civilians killed, from 38/ : /^before$/;
    expect(first).toMatch(shown);
    const group = room.telegram.messages(-1001).map(({ text }) => text);
    expect(group.filter((text) => text === "more that waited")).toHaveLength(version >= 4 ? 1 : 0);
  });
});

/** Those of the store, and the message that was sent before. */
async function peopleOf({ telegram }: Newsroom): Promise<void> {
  const { world, bot, apiRoot } = telegram;
  world.addPerson({ id: 501, firstName: "Layla", languageCode: "ar", started: true });
  world.addSupergroup({ id: -1001, title: "غرفة", members: { [bot.id]: { status: "member" } } });
  await fetch(`${apiRoot}/bot${token}/sendMessage`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ chat_id: 501, text: "before" }),
  });
}

describe("bringing a store up to date", () => {
  it.each([0, 3])(
    "from version %i is done once by processes that start at once",
    async (version) => {
      const url = await emptyUrl();
      await keepUntil(url, version);
      const verbs = Array.from({ length: 5 }, () =>
        startProcess(["outbox"], { DATABASE_URL: url }),
      );
      const ends = await Promise.all(verbs.map(async (verb) => [await verb.ended, verb.output()]));
      expect(ends.filter(([end]) => end !== 0)).toEqual([]);
      const after = await contentsOf(url);
      const names = after["kysely_migration"]?.map(({ name }) => name);
      expect(names?.toSorted()).toEqual(Object.keys(migrations));
      expect(after["outbox"]).toHaveLength(version === 0 ? 0 : 2);
    },
  );

  it("leaves a store as it was where a migration fails in the middle", async () => {
    const url = await emptyUrl();
    await keepUntil(url, 3);
    // The fourth one makes a table of this name, after it has changed others.
    await changeRaw(url, "create table shown_stories (mine integer)");
    const before = await contentsOf(url);
    await expect(openDatabase(url)).rejects.toThrow(
      /^DATABASE_URL: .*shown_stories.* already exists$/,
    );
    expect(await contentsOf(url)).toEqual(before);
    await changeRaw(url, "drop table shown_stories");
    await (await openDatabase(url)).destroy();
    const { kysely_migration: done } = await contentsOf(url);
    expect(done).toHaveLength(Object.keys(migrations).length);
  });

  it("is not done where the store was written by a later version, which stays as it is", async () => {
    const url = await emptyUrl();
    await keepUntil(url, released.length);
    await changeRaw(url, "insert into kysely_migration values ('999-future', '2030-01-01')");
    const before = await contentsOf(url);
    await expect(openDatabase(url)).rejects.toThrow(
      /^DATABASE_URL: [^\n]*: it was written by a later version of Mujaz; run that version/,
    );
    expect(await contentsOf(url)).toEqual(before);
  });
});

async function changeRaw(url: string, statement: string): Promise<void> {
  await using db = openRaw(url);
  await sql.raw(statement).execute(db);
}
