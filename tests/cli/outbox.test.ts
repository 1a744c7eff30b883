import { Readable } from "node:stream";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { outbox } from "../../src/cli/outbox.ts";
import { openDatabase } from "../../src/store/database.ts";
import { isBulkPaused } from "../../src/store/outbox/steering.ts";
import type { Database } from "../../src/store/tables.ts";
import type { OutboxTable } from "../../src/store/tables/outbox.ts";
import { broadcast, rows, start, states } from "../delivery/rig.ts";

let url: string;
let db: Database;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-outbox-"));
  url = `file:${folder}/mujaz.db`;
  db = await openDatabase(url);
  return async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  };
});

/** What the verb prints. */
async function run(...args: string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  await outbox({
    args,
    input: Readable.from([]),
    env: { DATABASE_URL: url },
    clock: () => new Date(start),
    print: (line) => void lines.push(line),
    warn: (line) => void lines.push(line),
    stop: new AbortController().signal,
  });
  return lines;
}

async function set(id: number, state: OutboxTable["state"], reason: string): Promise<void> {
  await db.updateTable("outbox").set({ state, reason }).where("id", "=", id).execute();
}

describe("mujaz outbox", () => {
  it("says when there is nothing", async () => {
    expect(await run()).toEqual(["nothing waits, and nothing is set aside"]);
    expect(await run("list", "dead")).toEqual(["none"]);
  });

  it("lists the runs, and what waits, is unknown or dead with its reason", async () => {
    await broadcast(db, [501, 502, 503]);
    await set(2, "unknown", "unanswered: ECONNRESET");
    await set(3, "dead", "blocked");
    expect(await run("list")).toEqual([
      "run  kind    made               expires            pending  unknown  dead  paused",
      "1    digest  2026-11-22T07:00Z  2026-11-23T07:00Z  1        1        1",
    ]);
    expect((await run("list", "pending")).at(1)).toMatch(/^1 +1 +501 +0 +pending +0/);
    expect((await run("list", "unknown")).at(1)).toMatch(/502 .*unanswered: ECONNRESET$/);
    expect((await run("list", "dead")).at(1)).toMatch(/503 .*blocked$/);
  });

  it("sends again what is asked for, by row and by run, unless it has expired", async () => {
    await broadcast(db, [501, 502]);
    await broadcast(db, [503], { expiresAt: start });
    await set(1, "unknown", "unanswered");
    await set(2, "dead", "413");
    await set(3, "dead", "413");
    expect(await run("retry", "1", "run:2")).toEqual([
      "1 to be sent again; what has expired or comes with the next digest stays as it is",
    ]);
    expect((await rows(db))[0]).toMatchObject({ state: "pending", resent: 1, attempts: 0 });
    await run("retry", "run:1");
    expect(await states(db)).toEqual(["pending", "pending", "dead: 413"]);
  });

  it("gives up what is asked for", async () => {
    await broadcast(db, [501, 502, 503]);
    await run("drop", "2");
    expect(await states(db)).toEqual(["pending", "dead: dropped", "pending"]);
    expect(await run("drop", "run:1")).toEqual(["2 given up"]);
  });

  it("pauses and resumes a run, or everything", async () => {
    await broadcast(db, [501]);
    await run("pause", "1");
    expect((await run()).at(1)).toMatch(/paused by the operator$/);
    await run("resume", "1");
    await run("pause");
    expect(await isBulkPaused(db)).toBe(true);
    expect((await run())[0]).toBe("all digests, alerts and corrections are paused");
    await run("resume");
    expect(await isBulkPaused(db)).toBe(false);
  });

  it.each([
    [["nonsense"]],
    [["list", "sent"]],
    [["list", "dead", "now"]],
    [["retry"]],
    [["retry", "1", "x"]],
    [["drop", "-1"]],
    [["pause", "1", "2"]],
    [["toString"]],
  ])("answers %j with what it expects, and does nothing", async (args) => {
    await broadcast(db, [501]);
    await set(1, "dead", "413");
    await expect(run(...args)).rejects.toThrow("outbox: expected one of");
    expect(await states(db)).toEqual(["dead: 413"]);
  });

  it("knows a run that does not exist", async () => {
    await expect(run("pause", "9")).rejects.toThrow("9: there is no such run");
  });
});
