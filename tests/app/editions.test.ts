import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { keepEditions, type Editions, type First } from "../../src/app/editions/editions.ts";
import type { Behind } from "../../src/app/editions/kept.ts";
import { sleep } from "../../src/delivery/sleep.ts";
import type { Edition } from "../../src/domain/edition.ts";
import type { Story } from "../../src/domain/story.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { Database } from "../../src/store/tables.ts";
import { aFigure, anEdition, aStory } from "../builders.ts";
import { freshUrl } from "../postgres/fresh.ts";
import { testLog, type TestLog } from "../telegram/log.ts";
import { aProcess, type Process } from "./leading.ts";

const now = new Date("2026-11-22T10:00:00Z");
const before = new Date(now.getTime() - 3_600_000);
const after = new Date(now.getTime() + 60_000);

let url: string;
let db: Database;
beforeEach(async () => {
  url = await freshUrl();
  db = await openDatabase(url);
  return () => db.destroy();
});

interface Keeper extends Editions {
  readonly process: Process;
  readonly log: TestLog;
  readonly behind: readonly Behind[];
}

function killed(count: number, id = "aaaa"): Story {
  const amount = { type: "count", count } as const;
  return aStory({ id, figures: [aFigure({ id: "killed", amount })] });
}

function told(editions: Editions): readonly unknown[] {
  return [...editions.current().stories.values()].map(({ id, figures }) => {
    const [figure] = figures;
    return [id, figure?.amount.type === "count" ? figure.amount.count : undefined];
  });
}

/** A process with a folder of these stories, whose files were written an hour ago. */
async function keep(
  name: string,
  stories: readonly Story[],
  {
    leads = false,
    writtenAt = before,
    from = "folder",
  }: { leads?: boolean; writtenAt?: Date; from?: First["from"] } = {},
): Promise<Keeper> {
  const db = await openDatabase(url);
  const process = aProcess(db, name);
  if (leads) await process.lead();
  const behind: Behind[] = [];
  const log = testLog();
  const editions = await keepEditions(
    { from, edition: anEdition({ stories }) },
    {
      db,
      leadership: process,
      writtenAt: () => writtenAt,
      now: () => now,
      sleep: (ms, signal) => sleep(Math.min(ms, 5), signal),
      log,
      signal: new AbortController().signal,
      onBehind(one) {
        behind.push(one);
        return Promise.resolve();
      },
    },
  );
  onTestFinished(async () => {
    await editions.stop();
    await db.destroy();
  });
  return { ...editions, process, behind, log };
}

function next(editions: Editions): Promise<Edition> {
  return new Promise((resolve) => {
    let isFirst = true;
    editions.follow((edition) => {
      if (!isFirst) resolve(edition);
      isFirst = false;
    });
  });
}

/** What the folder of one process holds now comes to another, or to itself. */
async function hears(listener: Keeper, teller: Keeper, stories: readonly Story[]): Promise<void> {
  const changed = next(listener);
  teller.take(anEdition({ stories }));
  await changed;
}

async function takesOver(keeper: Keeper): Promise<void> {
  const taken = next(keeper);
  await keeper.process.lead();
  await taken;
}

describe("the edition of several processes", () => {
  it("is that of the one that leads, and every other has it", async () => {
    const leader = await keep("a", [killed(38)], { leads: true });
    const other = await keep("b", [killed(1), killed(2, "bbbb")]);
    expect(told(other)).toEqual([["aaaa", 38]]);
    const changed = next(other);
    leader.take(anEdition({ stories: [killed(41)] }));
    expect((await changed).standings?.get("aaaa")?.revision).toBe(2);
    expect(told(other)).toEqual([["aaaa", 41]]);
    expect(other.current().topics).toEqual(leader.current().topics);
    expect(other.current().sources).toEqual(leader.current().sources);
    expect(other.cleanSince()).toEqual(now);
    leader.hold();
    await vi.waitFor(() => expect(other.cleanSince()).toBeUndefined());
  });

  it("is waited for where nobody leads yet", async () => {
    const waiting = keep("b", [killed(1)]);
    await keep("a", [killed(38)], { leads: true });
    expect(told(await waiting)).toEqual([["aaaa", 38]]);
  });

  it("changes no story that has not changed", async () => {
    const leader = await keep("a", [killed(38), killed(5, "bbbb")], { leads: true });
    const other = await keep("b", []);
    const same = other.current().stories.get("bbbb");
    const changed = next(other);
    leader.take(anEdition({ stories: [killed(41), killed(5, "bbbb")] }));
    expect((await changed).stories.get("bbbb")).toBe(same);
  });

  it("is not told by one that leads no more and does not know it", async () => {
    const old = await keep("a", [killed(38)], { leads: true });
    const other = await keep("b", [killed(38)]);
    await other.process.lead();
    old.take(anEdition({ stories: [killed(99)] }));
    await vi.waitFor(() =>
      expect(old.log.lines.at(-1)?.text).toBe("no edition is told under a lease of before"),
    );
    const rows = await db.selectFrom("revisions").selectAll().execute();
    expect(rows).toHaveLength(1);
  });
});

describe("a process that takes over", () => {
  it("keeps what was told where its folder says what an earlier revision said", async () => {
    const first = await keep("a", [killed(38)], { leads: true });
    const second = await keep("b", [killed(38)]);
    await hears(second, first, [killed(41)]);
    await takesOver(second);
    expect(told(second)).toEqual([["aaaa", 41]]);
    expect(second.behind).toMatchObject([{ missing: [], outdated: [{ id: "aaaa" }] }]);
  });

  it("tells what its folder was set back to on purpose", async () => {
    const first = await keep("a", [killed(38)], { leads: true });
    const second = await keep("b", [killed(38)], { writtenAt: after });
    await hears(second, first, [killed(41)]);
    await takesOver(second);
    expect(told(second)).toEqual([["aaaa", 38]]);
  });

  it("keeps a story that its folder has not, until the folder says something about it", async () => {
    await keep("a", [killed(38), killed(5, "bbbb")], { leads: true });
    const second = await keep("b", [killed(38)]);
    await takesOver(second);
    expect(told(second)).toEqual([
      ["aaaa", 38],
      ["bbbb", 5],
    ]);
    expect(second.behind).toMatchObject([{ missing: [{ id: "bbbb" }], outdated: [] }]);
    second.take(anEdition({ stories: [killed(38), killed(6, "bbbb")] }));
    await vi.waitFor(() => expect(told(second)).toContainEqual(["bbbb", 6]));
  });

  it("tells what its folder says that nobody has told", async () => {
    await keep("a", [killed(38)], { leads: true });
    const second = await keep("b", [killed(41), killed(7, "cccc")]);
    await takesOver(second);
    expect(told(second)).toEqual([
      ["aaaa", 41],
      ["cccc", 7],
    ]);
    expect(second.behind).toMatchObject([{ missing: [], outdated: [] }]);
  });

  it("that was alone before tells what its folder holds, and no more", async () => {
    const first = await keep("a", [killed(38), killed(5, "bbbb")], { leads: true });
    await first.stop();
    const again = await keep("a", [killed(38)], { leads: true });
    expect(told(again)).toEqual([["aaaa", 38]]);
  });
});

describe("a process whose folder has errors from the start", () => {
  it("goes on with what was told, and says to others that its content has problems", async () => {
    const first = await keep("a", [killed(38)], { leads: true });
    await first.stop();
    const again = await keep("a", [killed(38)], { leads: true, from: "store" });
    const other = await keep("b", [killed(38)]);
    expect(told(again)).toEqual([["aaaa", 38]]);
    expect([again.cleanSince(), other.cleanSince()]).toEqual([undefined, undefined]);
    expect(again.current().standings?.get("aaaa")?.revision).toBe(1);
  });

  it("tells what its folder holds once that is mended, and keeps nothing that was taken out", async () => {
    const first = await keep("a", [killed(38), killed(5, "bbbb")], { leads: true });
    await first.stop();
    const again = await keep("a", [killed(38)], { leads: true, from: "store" });
    await hears(again, again, [killed(41)]);
    expect(told(again)).toEqual([["aaaa", 41]]);
    expect(again.cleanSince()).toEqual(now);
    expect(again.behind).toEqual([]);
  });

  it("takes over, and tells nothing of before", async () => {
    const first = await keep("a", [killed(38)], { leads: true });
    const second = await keep("b", [killed(38)], { from: "store" });
    await hears(second, first, [killed(41)]);
    await takesOver(second);
    expect(told(second)).toEqual([["aaaa", 41]]);
    expect(second.cleanSince()).toBeUndefined();
    await hears(second, second, [killed(38)]);
    expect(told(second)).toEqual([["aaaa", 41]]);
    expect(second.behind).toMatchObject([{ outdated: [{ id: "aaaa" }] }]);
  });
});
