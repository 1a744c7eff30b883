import { EventEmitter, once } from "node:events";
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createLoader, type Loader } from "../../src/content/load.ts";
import { describeProblem } from "../../src/content/problem.ts";
import { watchContent } from "../../src/content/watch.ts";
import { folderWith, options, put, story } from "./folder.ts";

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

/** The promise is a second: a busy machine gets several, but not the patrol's fifteen. */
const patience = 5000;

interface Watched {
  /** Everything told so far: headlines of editions, lines of problems. */
  readonly told: string[][];
  /** The next thing told. */
  readonly next: () => Promise<string[]>;
  /** The next change that is noticed in the folder. */
  readonly noticed: () => Promise<unknown>;
  /** The end of the next look at the folder; `act` is done before anything else can be. */
  readonly looked: (act?: () => void) => Promise<unknown>;
}

/** Watches a folder, and waits for what it holds at the beginning. */
async function watching(dir: string): Promise<Watched> {
  const told: string[][] = [];
  const news = new EventEmitter();
  const stop = new AbortController();
  function tell(lines: string[]): void {
    told.push(lines);
    news.emit("told", lines);
  }
  const soon = (name: string) => once(news, name, { signal: AbortSignal.timeout(patience) });
  async function next(): Promise<string[]> {
    const count = told.length;
    await soon("told");
    return told[count] ?? [];
  }
  const loader = createLoader(dir, options);
  const observed: Loader = {
    dir,
    async load() {
      const result = await loader.load();
      news.emit("looked");
      return result;
    },
    loadUnjudged: () => loader.loadUnjudged(),
    writtenAt: (story) => loader.writtenAt(story),
    forget(name) {
      loader.forget(name);
      news.emit("noticed");
    },
  };
  const first = next();
  const watch = await watchContent(observed, {
    onEdition: (edition) => tell([...edition.stories.values()].map(({ headline }) => headline.en)),
    onWarnings: () => undefined,
    onProblems: (problems) => tell(problems.map(describeProblem)),
    onFailure: (error) => tell([`failure: ${String(error)}`]),
    signal: stop.signal,
  });
  endings.push(() => {
    stop.abort();
    return watch.closed;
  });
  await first;
  return {
    told,
    next,
    noticed: () => soon("noticed"),
    looked(act = () => {}) {
      news.once("looked", act);
      return soon("looked");
    },
  };
}

function headed(en: string): object {
  return { ...story, headline: { ...story.headline, en } };
}

const file = "ghouta/a.yaml";
const whole = JSON.stringify(headed("Saved"), null, 2);
const broken = { ...story, figures: [{ ...story.figures[0], count: -3 }] };
const complaint = "ghouta/a.yaml:21:7: figures[0].count: -3: expected a whole number from 1";

describe("a watched folder", () => {
  it.each<[string, (dir: string, watched: Watched) => void | Promise<void>]>([
    ["saved in place", (dir) => put(dir, file, whole)],
    [
      "saved by renaming a new file over the old",
      (dir) => {
        put(dir, "ghouta/.a.yaml.tmp", whole);
        renameSync(join(dir, "ghouta/.a.yaml.tmp"), join(dir, file));
      },
    ],
    [
      "deleted and created",
      async (dir, { looked }) => {
        // The second look of the beginning, which would believe that the file is gone.
        await looked();
        rmSync(join(dir, file));
        await looked(() => put(dir, file, whole));
      },
    ],
    [
      "emptied, half-written and written",
      async (dir, { looked, noticed }) => {
        await looked();
        for (const part of [0, 20]) {
          const seen = noticed();
          put(dir, file, whole.slice(0, part));
          await seen;
        }
        put(dir, file, whole.slice(0, 300));
        await looked(() => put(dir, file, whole));
      },
    ],
    [
      "saved many times",
      (dir) => {
        for (const save of [1, 2, 3, 4, 5]) put(dir, file, headed(`Draft ${save}`));
        put(dir, file, whole);
      },
    ],
    [
      "swapped with its whole folder",
      (dir) => {
        cpSync(dir, `${dir}-new`, { recursive: true });
        put(`${dir}-new`, file, whole);
        renameSync(dir, `${dir}-old`);
        renameSync(`${dir}-new`, dir);
        rmSync(`${dir}-old`, { recursive: true });
      },
    ],
  ])("tells a file that was %s, and nothing in between", async (_, save) => {
    const dir = folderWith();
    const watched = await watching(dir);
    const { told, next } = watched;
    let news = next();
    await save(dir, watched);
    await news;
    news = next();
    put(dir, file, headed("Saved again"));
    await news;
    expect(told.slice(1)).toEqual([["Saved"], ["Saved again"]]);
  });

  it("tells a problem that stays, and the edition after it even if it is the old one", async () => {
    const dir = folderWith();
    const { next } = await watching(dir);
    let news = next();
    put(dir, file, broken);
    expect(await news).toEqual([complaint]);
    news = next();
    put(dir, file, story);
    expect(await news).toEqual(["Air strikes on Eastern Ghouta"]);
  });

  it("tells nothing of what editors leave beside a file", async () => {
    const dir = folderWith();
    const { told, next } = await watching(dir);
    const news = next();
    for (const name of ["4913", "a.yaml~", ".a.yaml.swp", ".#a.yaml", "a.yaml.tmp"]) {
      writeFileSync(join(dir, "ghouta", name), "id: [");
    }
    put(dir, file, whole);
    await news;
    expect(told.slice(1)).toEqual([["Saved"]]);
  });

  it("survives being removed, made anew, and changed then", async () => {
    const dir = folderWith();
    const { next } = await watching(dir);
    let news = next();
    rmSync(dir, { recursive: true });
    expect(await news).toEqual([`.: no folder at ${dir}: expected the content`]);
    news = next();
    cpSync(folderWith(), dir, { recursive: true });
    expect(await news).toEqual(["Air strikes on Eastern Ghouta"]);
    news = next();
    put(dir, file, whole);
    expect(await news).toEqual(["Saved"]);
  });

  it("may be a link that is led elsewhere", async () => {
    const [one, two] = [folderWith(), folderWith({ [file]: headed("Elsewhere") })];
    const link = `${one}-link`;
    symlinkSync(one, link);
    const { next } = await watching(link);
    let news = next();
    symlinkSync(two, `${link}-new`);
    renameSync(`${link}-new`, link);
    expect(await news).toEqual(["Elsewhere"]);
    news = next();
    put(two, file, whole);
    expect(await news).toEqual(["Saved"]);
    rmSync(link);
  });

  it("may be a mounted volume, swapped as such volumes are", async () => {
    const dir = folderWith();
    for (const volume of ["..one", "..two"]) {
      cpSync(folderWith(), join(dir, volume), { recursive: true });
    }
    put(dir, `..two/${file}`, whole);
    symlinkSync("..one", join(dir, "..data"));
    for (const name of ["sources.yaml", "ghouta"]) {
      rmSync(join(dir, name), { recursive: true });
      symlinkSync(`..data/${name}`, join(dir, name));
    }
    const { told, next } = await watching(dir);
    const news = next();
    symlinkSync("..two", join(dir, "..new"));
    renameSync(join(dir, "..new"), join(dir, "..data"));
    expect(await news).toEqual(["Saved"]);
    expect(told).toEqual([["Air strikes on Eastern Ghouta"], ["Saved"]]);
  });

  it("need not be there at the beginning", async () => {
    const dir = folderWith();
    renameSync(dir, `${dir}-later`);
    const { told, next } = await watching(dir);
    expect(told).toEqual([[`.: no folder at ${dir}: expected the content`]]);
    const news = next();
    renameSync(`${dir}-later`, dir);
    expect(await news).toEqual(["Air strikes on Eastern Ghouta"]);
  });

  it("takes a new topic with its stories", async () => {
    const dir = folderWith();
    const { next } = await watching(dir);
    const news = next();
    mkdirSync(join(dir, "summit"));
    put(dir, "summit/b.yaml", { ...headed("Agreed"), id: "smmt0208", date: "2018-02-08" });
    put(dir, "summit/topic.yaml", {
      title: { ar: "القمة", en: "Summit" },
      about: { ar: "القمة", en: "Summit" },
    });
    expect(await news).toEqual(["Agreed", "Air strikes on Eastern Ghouta"]);
  });

  it("tells nothing that its listener knows, and nothing once it is ended", async () => {
    const dir = folderWith();
    const loader = createLoader(dir, options);
    const told: unknown[] = [];
    const news = new EventEmitter();
    function tell(what: unknown): void {
      told.push(what);
      news.emit("told");
    }
    const stop = new AbortController();
    const watch = await watchContent(loader, {
      known: await loader.load(),
      onEdition: ({ stories }) => tell(stories.get("ghta0207")?.headline.en),
      onWarnings: () => undefined,
      onProblems: tell,
      onFailure: tell,
      signal: stop.signal,
    });
    const saved = once(news, "told");
    put(dir, file, whole);
    await saved;
    put(dir, file, story);
    stop.abort();
    await watch.closed;
    const look = vi.spyOn(loader, "load");
    // Whoever watches still sees what happens now; the one that ended would see it no later.
    const { next } = await watching(dir);
    for (const headline of ["Later", "Later still"]) {
      const seen = next();
      put(dir, file, headed(headline));
      expect(await seen).toEqual([headline]);
    }
    expect(told).toEqual(["Saved"]);
    expect(look).not.toHaveBeenCalled();
  });

  it("goes on when its listener fails", async () => {
    const dir = folderWith();
    const stop = new AbortController();
    const news = new EventEmitter();
    const watch = await watchContent(createLoader(dir, options), {
      onEdition: ({ stories }) => {
        const headline = stories.get("ghta0207")?.headline.en;
        if (headline !== "Saved") throw new Error("the listener's own");
        news.emit("told", headline);
      },
      onWarnings: () => undefined,
      onProblems: () => undefined,
      onFailure: (error) => news.emit("failure", error),
      signal: stop.signal,
    });
    expect(String(await once(news, "failure"))).toBe("Error: the listener's own");
    const told = once(news, "told");
    put(dir, file, whole);
    expect(await told).toEqual(["Saved"]);
    stop.abort();
    await watch.closed;
  });
});
