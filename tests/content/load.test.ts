import { renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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

describe("a large folder", () => {
  it("tells the one wrong file among many, and reads each as if it were alone", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 250 }, (_, index) => [
        `ghouta/${index}.yaml`,
        { ...story, id: `many${index}`, ...(index === 111 && { date: "2018-02-30" }) },
      ]),
    );
    const dir = folderWith(many);
    const loader = createLoader(dir, options);
    expect(await loader.load()).toEqual({
      type: "problems",
      problems: [
        {
          file: "ghouta/111.yaml",
          field: "date",
          line: 3,
          column: 3,
          text: "2018-02-30: expected a day that exists: this month has 28",
        },
      ],
    });
    put(dir, "ghouta/111.yaml", { ...story, id: "many111" });
    const edition = editionOf(await loader.load());
    expect(edition.stories.size).toBe(251);
    const expected = (await editionIn(folderWith())).stories.get("ghta0207");
    expect(edition.stories.get("many7")).toStrictEqual({ ...expected, id: "many7" });
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
