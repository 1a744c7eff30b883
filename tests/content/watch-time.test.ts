import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it, onTestFinished, vi } from "vitest";
import { createLoader } from "../../src/content/load.ts";
import { describeProblem } from "../../src/content/problem.ts";
import { watchContent } from "../../src/content/watch.ts";
import { folderWith, options, put, story } from "./folder.ts";

interface Patrolled {
  readonly told: unknown[];
  /** Changes the story behind the back of the watching. */
  readonly change: (data: object | string) => void;
  /** Passes so many ms, a look's worth at a time; how often the folder was looked at meanwhile. */
  readonly pass: (ms: number) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** A watched folder whose story is a link to where changes are not watched. */
async function patrolled(): Promise<Patrolled> {
  const dir = folderWith({ ".kept/a.yaml": story });
  rmSync(join(dir, "ghouta/a.yaml"));
  symlinkSync("../.kept/a.yaml", join(dir, "ghouta/a.yaml"));
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "setTimeout", "clearTimeout"] });
  const loader = createLoader(dir, options);
  const loads: Promise<unknown>[] = [];
  async function load(): ReturnType<typeof loader.load> {
    const loading = loader.load();
    loads.push(loading);
    return loading;
  }
  const told: unknown[] = [];
  const stop = new AbortController();
  const watch = await watchContent(
    { ...loader, load },
    {
      onEdition: ({ stories }) => told.push(stories.get("ghta0207")?.headline.en),
      onWarnings: () => undefined,
      onProblems: (problems) => told.push(...problems.map(describeProblem)),
      onFailure: (error) => told.push(error),
      signal: stop.signal,
    },
  );
  async function end(): Promise<void> {
    stop.abort();
    await watch.closed;
  }
  onTestFinished(async () => {
    vi.useRealTimers();
    await end();
  });
  async function pass(ms: number): Promise<number> {
    const before = loads.length;
    for (let left = ms; left > 0; left -= 50) {
      vi.advanceTimersByTime(50);
      await Promise.all(loads);
      await nextTurn();
    }
    return loads.length - before;
  }
  await pass(1000);
  return { told, change: (data) => put(dir, ".kept/a.yaml", data), pass, end };
}

it("the patrol looks once every 15 seconds at a folder in which nothing changes", async () => {
  const { told, pass } = await patrolled();
  expect(await pass(60_000)).toBe(4);
  expect(told).toEqual(["Air strikes on Eastern Ghouta"]);
});

it("the patrol finds what the watching cannot see, and gives problems the time to settle", async () => {
  const { told, change, pass } = await patrolled();
  change({ ...story, headline: { ...story.headline, en: "Saved" } });
  await pass(15_000);
  expect(told.splice(0)).toEqual(["Air strikes on Eastern Ghouta", "Saved"]);
  change({ ...story, date: "2018-02-30" });
  // The next patrol is 14 s away.
  await pass(14_300);
  expect(told).toEqual([]);
  await pass(150);
  expect(told).toEqual([
    "ghouta/a.yaml:3:3: date: 2018-02-30: expected a day that exists: this month has 28",
  ]);
});

it.each([
  ["while the patrol looks", 0],
  ["before the look at what it found", 100],
  ["during that look", 150],
])("a watch that ends %s tells nothing and looks no more", async (_, ms) => {
  const { told, change, pass, end } = await patrolled();
  change({ ...story, headline: { ...story.headline, en: "Too late" } });
  await pass(13_950 + ms);
  // What begins now, and what is still to come, would end after the end.
  vi.advanceTimersByTime(50);
  await end();
  expect(await pass(60_000)).toBe(0);
  expect(told).toEqual(["Air strikes on Eastern Ghouta"]);
});
