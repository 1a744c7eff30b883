import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import type { TickParts } from "../../src/delivery/tick.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { follow, fresh, openWorld, received } from "./world.ts";
import { freshUrl } from "../postgres/fresh.ts";

const folder = mkdtempSync(join(tmpdir(), "mujaz-tick-"));
afterAll(() => rmSync(folder, { recursive: true }));

const morning = "07:30 daily UTC";
const start = "2026-11-22T06:00:00Z";
const due = "2026-11-22T07:30:00Z";

/** How many messages each chat has in the outbox: of how many chats, and how many at most. */
async function counts(db: Database): Promise<{ readonly chats: number; readonly most: number }> {
  const rows = await db
    .selectFrom("outbox")
    .select((select) => ["chat_id", select.fn.countAll<number>().as("messages")])
    .groupBy("chat_id")
    .execute();
  return { chats: rows.length, most: Math.max(...rows.map(({ messages }) => messages)) };
}

/** A signal that is aborted when the clock has been looked at so often. */
function abortedAfter(looks: number, now: () => Date): Pick<TickParts, "now" | "signal"> {
  const stopping = new AbortController();
  let left = looks;
  return {
    signal: stopping.signal,
    now() {
      left -= 1;
      if (left <= 0) stopping.abort();
      return now();
    },
  };
}

/** Ends well, or the promise is rejected with what the process had to say. */
async function tickElsewhere(url: string): Promise<void> {
  const script = fileURLToPath(new URL("ticker.ts", import.meta.url));
  await promisify(execFile)(process.execPath, [script, url, start, due]);
}

describe("a due schedule", () => {
  it("has one run when ticks overlap", async () => {
    await using world = await openWorld(start, { chunk: 2 });
    for (let id = 1; id <= 9; id += 1) await follow(world, id, morning);
    await world.publish(fresh("aaaa"));
    world.set(due);
    const others = [world.restart(), world.restart()];
    await Promise.all([world.tick, world.tick, ...others].map(({ tick }) => tick()));
    expect(await world.db.selectFrom("runs").select("id").execute()).toHaveLength(1);
    expect(await counts(world.db)).toEqual({ chats: 9, most: 1 });
  });

  it("has one run when two processes load the content and tick at once", async () => {
    const url = await freshUrl();
    await using world = await openWorld(start, {}, url);
    for (let id = 1; id <= 99; id += 1) await follow(world, id, morning);
    await Promise.all([tickElsewhere(url), tickElsewhere(url), tickElsewhere(url)]);
    expect(await world.db.selectFrom("runs").select("id").execute()).toHaveLength(1);
    expect(await counts(world.db)).toEqual({ chats: 99, most: 1 });
    const revisions = await world.db.selectFrom("revisions").select("story_id").execute();
    expect(revisions).toEqual([{ story_id: "aaaa" }, { story_id: "bbbb" }]);
  });

  it.each([1, 3, 5, 7, 9])("reaches every place once after an end at step %i", async (looks) => {
    const url = await freshUrl();
    await using world = await openWorld(start, { chunk: 3 }, url);
    for (let id = 1; id <= 20; id += 1) await follow(world, id, morning, { alerts: false });
    await world.publish(fresh("aaaa"));
    world.set(due);
    await world.restart(abortedAfter(looks, world.now)).tick();
    const { rows } = await rowsOf(world.db);
    expect(rows).toBeLessThan(20);
    await using reopened = await openDatabase(url);
    world.set("2026-11-22T07:31:00Z");
    await world.restart({ db: reopened }).tick();
    expect(await counts(reopened)).toEqual({ chats: 20, most: 1 });
    const runs = await reopened.selectFrom("runs").select("state").execute();
    expect(runs).toEqual([{ state: "spread" }]);
  });

  it("keeps the news of those whom it did not reach in its time", async () => {
    await using world = await openWorld(start, { chunk: 3 });
    for (let id = 1; id <= 20; id += 1) await follow(world, id, morning);
    await world.publish(fresh("aaaa"));
    world.set(due);
    await world.restart(abortedAfter(8, world.now)).tick();
    const { rows } = await rowsOf(world.db);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(20);
    await world.db.updateTable("outbox").set({ state: "sent" }).execute();
    await world.at("2026-11-23T07:30:00Z", "2026-11-23T07:31:00Z");
    expect(await counts(world.db)).toEqual({ chats: 20, most: 1 });
  });

  it("is not held up by a schedule that cannot be read", async () => {
    await using world = await openWorld(start, { log: { ...silent } });
    await follow(world, 1, morning);
    await follow(world, 2, "07:30 daily Europe/Paris");
    await world.publish(fresh("aaaa"));
    const key = "07:30 daily Mars/Olympus";
    await world.db.updateTable("schedules").set({ key }).where("key", "like", "%Paris").execute();
    await world.tick.mend();
    await world.at(due);
    expect(await received(world.db, 1)).toEqual(["aaaa"]);
  });

  it("reaches a hundred thousand places, each once, with a few messages", async () => {
    await using world = await openWorld(start);
    await follow(world, 1, morning);
    await world.db.transaction().execute(async (trx) => {
      const chat = await trx.selectFrom("chats").selectAll().executeTakeFirstOrThrow();
      const one = await trx.selectFrom("subscriptions").selectAll().executeTakeFirstOrThrow();
      for (let from = 2; from <= 100_000; from += 1000) {
        const ids = Array.from({ length: Math.min(1000, 100_001 - from) }, (_, at) => from + at);
        await trx
          .insertInto("chats")
          .values(ids.map((id) => ({ ...chat, id })))
          .execute();
        const { id: _, ...rest } = one;
        await trx
          .insertInto("subscriptions")
          .values(ids.map((id) => ({ ...rest, chat_id: id })))
          .execute();
      }
    });
    await world.publish(fresh("aaaa"));
    await world.at(due);
    expect(await rowsOf(world.db)).toEqual({ rows: 100_000 });
    expect(await counts(world.db)).toEqual({ chats: 100_000, most: 1 });
    expect(await world.db.selectFrom("messages").select("id").execute()).toHaveLength(1);
  });
});

const silent = { debug() {}, info() {}, warn() {}, error() {} };

async function rowsOf(db: Database): Promise<{ readonly rows: number }> {
  return db
    .selectFrom("outbox")
    .select((select) => select.fn.countAll<number>().as("rows"))
    .executeTakeFirstOrThrow();
}
