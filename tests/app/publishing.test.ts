import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { startPublishing, type Publishing } from "../../src/app/editions/publishing.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { aStory } from "../builders.ts";
import { freshUrl } from "../postgres/fresh.ts";
import { testLog } from "../telegram/log.ts";
import { aProcess, type Process } from "./leading.ts";

const story = aStory({ id: "deskaaaa", headline: { ar: "خبر", en: "A story of the desk" } });
const file = "ghouta/2018-02-07-a-story-of-the-desk.yaml";

let db: Database;
beforeEach(async () => {
  db = await openDatabase(await freshUrl());
  return () => db.destroy();
});

interface Publisher extends Publishing {
  readonly process: Process;
  readonly has: (name: string) => boolean;
  readonly folder: string;
}

/** A process with a content folder of its own, which nobody waits for in vain. */
function publisher(name: string): Publisher {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-publishing-"));
  cpSync(fileURLToPath(new URL("../../content", import.meta.url)), folder, { recursive: true });
  const process = aProcess(db, name);
  const publishing = startPublishing({
    db,
    contentDir: folder,
    leadership: process,
    now: () => new Date("2026-11-22T10:00:00Z"),
    sleep: (ms, signal) => sleep(Math.min(ms, 10), signal),
    log: testLog(),
  });
  onTestFinished(async () => {
    await publishing.stop();
    rmSync(folder, { recursive: true });
  });
  return { ...publishing, process, folder, has: (name) => existsSync(join(folder, name)) };
}

describe("what an editor publishes", () => {
  it("is written by the process that leads, whichever was asked", async () => {
    const [leader, other] = [publisher("a"), publisher("b")];
    await leader.process.lead();
    expect(await other.publish(story)).toEqual({ type: "published", file });
    expect([leader.has(file), other.has(file)]).toEqual([true, false]);
  });

  it("is written once, though the press is told again", async () => {
    const [leader, other] = [publisher("a"), publisher("b")];
    await leader.process.lead();
    const before = readdirSync(join(leader.folder, "ghouta")).length;
    const all = await Promise.all([leader.publish(story), other.publish(story)]);
    expect([...all, await other.publish(story)]).toEqual(
      [1, 2, 3].map(() => ({ type: "published", file })),
    );
    expect(readdirSync(join(leader.folder, "ghouta"))).toHaveLength(before + 1);
  });

  it("is not written, and is said not to be, where nobody leads; nor afterwards", async () => {
    const other = publisher("b");
    expect(await other.publish(story)).toEqual({ type: "unled" });
    await other.process.lead();
    expect(await other.publish({ ...story, id: "deskbbbb" })).toMatchObject({ type: "published" });
    const rows = await db.selectFrom("publications").select("story_id").execute();
    expect(rows).toEqual([{ story_id: "deskbbbb" }]);
  });

  it("comes to the folder of another that takes over; what files hold is left to people", async () => {
    const [first, second] = [publisher("a"), publisher("b")];
    await first.process.lead();
    await first.publish(story);
    first.process.yield();
    await second.process.lead();
    const handmade = aStory({ id: "handmade" });
    const before = readdirSync(join(second.folder, "ghouta"));
    expect(await second.putBack([story, handmade])).toEqual([handmade]);
    expect(second.has(file)).toBe(true);
    expect(readdirSync(join(second.folder, "ghouta"))).toHaveLength(before.length + 1);
  });
});
