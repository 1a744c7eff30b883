import fs, { renameSync, rmSync, utimesSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLoader, type LoadResult } from "../../src/content/load.ts";
import type { Edition } from "../../src/domain/edition.ts";
import { editionIn, folderWith, options, put, story } from "./folder.ts";

function editionOf(result: LoadResult): Edition {
  if (result.type === "edition") return result.edition;
  throw new Error(JSON.stringify(result.problems));
}

const renamed = { ...story, headline: { ar: "عنوان آخر", en: "Another headline" } };

describe("a loader", () => {
  it("gives the very same edition while nothing changes, not even in a file saved again", async () => {
    const dir = folderWith();
    const loader = createLoader(dir, options);
    const first = await loader.load();
    expect(await loader.load()).toBe(first);
    put(dir, "ghouta/a.yaml", story);
    utimesSync(join(dir, "sources.yaml"), 1, 1);
    put(dir, "README.md", "# Content");
    expect(await loader.load()).toBe(first);
  });

  it("sees a changed file, and keeps what has not changed", async () => {
    const dir = folderWith({ "ghouta/b.yaml": { ...story, id: "ghta0208" } });
    const loader = createLoader(dir, options);
    const before = editionOf(await loader.load());
    put(dir, "ghouta/a.yaml", renamed);
    const after = editionOf(await loader.load());
    expect(after.stories.get("ghta0207")?.headline.en).toBe("Another headline");
    expect(after.stories.get("ghta0208")).toBe(before.stories.get("ghta0208"));
  });

  it("knows the stories of its last edition, through any number of failures", async () => {
    const dir = folderWith();
    const loader = createLoader(dir, options);
    const good = await loader.load();
    rmSync(join(dir, "ghouta/a.yaml"));
    expect(await loader.load()).toMatchObject({ type: "problems", problems: [{ file: "ghouta" }] });
    rmSync(dir, { recursive: true });
    expect(await loader.load()).toMatchObject({ type: "problems", problems: [{ file: "." }] });
    put(dir, "sources.yaml", {});
    expect((await loader.load()).type).toBe("problems");
    const other = folderWith();
    renameSync(other, `${dir}-new`);
    rmSync(dir, { recursive: true });
    renameSync(`${dir}-new`, dir);
    expect((await loader.load()).type).toBe("edition");
    expect((await loader.load()).type).toBe(good.type);
  });

  it("loads once at a time, whoever asks", async () => {
    const loader = createLoader(folderWith(), options);
    const [first, ...others] = await Promise.all([loader.load(), loader.load(), loader.load()]);
    for (const other of others) expect(other).toBe(first);
  });
});

/** The machine's reading of files, which may fail; returns the names read so far. */
function watchReads(fail: (name: string) => boolean = () => false): string[] {
  const names: string[] = [];
  const read = fs.readFileSync;
  const spy = vi.spyOn(fs, "readFileSync").mockImplementation((path, given) => {
    const name = basename(String(path));
    names.push(name);
    if (fail(name)) throw Object.assign(new Error("too many open files"), { code: "EMFILE" });
    return read(path, given);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    spy.mockRestore();
    syncBuiltinESMExports();
  });
  return names;
}

describe("a loader's reading", () => {
  it("is of each file once, and again of one that is to be forgotten", async () => {
    const loader = createLoader(folderWith(), options);
    const names = watchReads();
    const first = await loader.load();
    expect(names.splice(0).toSorted()).toEqual(["a.yaml", "sources.yaml", "topic.yaml"]);
    loader.forget("ghouta/a.yaml");
    loader.forget("ghouta/never-there.yaml");
    expect(await loader.load()).toBe(first);
    expect(names.splice(0)).toEqual(["a.yaml"]);
    await loader.load();
    expect(names).toEqual([]);
  });

  it("is repeated for a file that changed while others were read", async () => {
    const loader = createLoader(folderWith(), options);
    // a.yaml is read before topic.yaml.
    const names = watchReads((name) => {
      if (name === "topic.yaml" && names.length <= 3) loader.forget("ghouta/a.yaml");
      return false;
    });
    await loader.load();
    expect(names.splice(0)).toEqual(["sources.yaml", "a.yaml", "topic.yaml"]);
    await loader.load();
    expect(names).toEqual(["a.yaml"]);
  });

  it("is tried again where the machine failed, though the file is as it was", async () => {
    const loader = createLoader(folderWith(), options);
    let isFull = false;
    watchReads((name) => isFull && name === "a.yaml");
    const first = await loader.load();
    isFull = true;
    loader.forget("ghouta/a.yaml");
    const failed = await loader.load();
    expect(failed).toMatchObject({
      problems: [{ file: "ghouta/a.yaml", text: "cannot be read (EMFILE): expected a file" }],
    });
    expect(await loader.load()).toBe(failed);
    isFull = false;
    expect(await loader.load()).toEqual(first);
  });
});

function town(index: number): object {
  return { ar: `بلدة ${index}`, en: `Town ${index}` };
}

describe("a large folder", () => {
  it("tells the one wrong file among many, and reads each as if it were alone", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [
        `ghouta/${index}.yaml`,
        {
          ...story,
          id: `many${index}`,
          place: town(index),
          ...(index === 111 && { date: "2018-02-30" }),
        },
      ]),
    );
    const dir = folderWith(many);
    const loader = createLoader(dir, options);
    expect(await loader.load()).toEqual({
      type: "problems",
      problems: [
        {
          level: "error",
          file: "ghouta/111.yaml",
          field: "date",
          line: 3,
          column: 3,
          text: "2018-02-30: expected a day that exists: this month has 28",
        },
      ],
    });
    put(dir, "ghouta/111.yaml", { ...story, id: "many111", place: town(111) });
    const edition = editionOf(await loader.load());
    expect(edition.stories.size).toBe(251);
    const expected = (await editionIn(folderWith())).stories.get("ghta0207");
    expect(edition.stories.get("many7")).toStrictEqual({
      ...expected,
      id: "many7",
      place: town(7),
    });
    expect(Object.isFrozen(edition.stories.get("many7")?.figures[0]?.amount)).toBe(true);
  });
});

describe("an edition", () => {
  it("cannot be changed in any part", async () => {
    const edition = await editionIn(folderWith());
    const reached: unknown[] = [];
    function visit(value: unknown): void {
      if (typeof value !== "object" || value === null) return;
      reached.push(value);
      expect(Object.isFrozen(value)).toBe(true);
      const inside = value instanceof Map ? [...value.values()] : Object.values(value);
      for (const one of inside) visit(one);
    }
    visit(edition);
    expect(reached.length).toBeGreaterThan(15);
    for (const map of [edition.topics, edition.sources, edition.stories]) {
      for (const change of ["set", "delete", "clear"]) {
        const method: unknown = Reflect.get(map, change);
        expect(method).toThrow("an edition cannot be changed");
      }
    }
  });
});
