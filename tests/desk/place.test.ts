import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { placeStory } from "../../src/desk/story-file/place.ts";
import { writeNewFile } from "../../src/desk/story-file/new-file.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { folderWith } from "../content/folder.ts";

const name = "2018-02-07-air-strikes.yaml";

/** A content folder in a folder of its own. */
function world(): { readonly outer: string; readonly dir: string } {
  const outer = mkdtempSync(join(tmpdir(), "desk-"));
  onTestFinished(() => rmSync(outer, { recursive: true, force: true }));
  const dir = join(outer, "content");
  mkdirSync(join(dir, "ghouta"), { recursive: true });
  writeFileSync(join(dir, "ghouta/topic.yaml"), "title: {}\n");
  return { outer, dir };
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => !lstatSync(join(dir, name)).isDirectory())
    .toSorted();
}

describe("placing a story", () => {
  it("writes all of it into the topic's folder, and leaves nothing else", async () => {
    const dir = folderWith();
    const before = filesIn(dir);
    const placed = await placeStory(dir, "ghouta", name, "id: نص\n");
    expect(placed).toEqual({ type: "placed", file: `ghouta/${name}` });
    expect(readFileSync(join(dir, "ghouta", name), "utf8")).toBe("id: نص\n");
    expect(filesIn(dir)).toEqual([...before, `ghouta/${name}`].toSorted());
  });

  it("never changes a file that is there", async () => {
    const { dir } = world();
    writeFileSync(join(dir, "ghouta", name), "mine");
    expect(await placeStory(dir, "ghouta", name, "yours")).toEqual({ type: "taken" });
    expect(readFileSync(join(dir, "ghouta", name), "utf8")).toBe("mine");
    expect(filesIn(dir)).toEqual([`ghouta/${name}`, "ghouta/topic.yaml"]);
  });

  it("lets one of many writers of one name win, with a whole file", async () => {
    const { dir } = world();
    const texts = Array.from({ length: 20 }, (_, index) => `${index} `.repeat(50_000));
    const all = await Promise.all(texts.map((text) => placeStory(dir, "ghouta", name, text)));
    expect(all.filter(({ type }) => type === "placed")).toHaveLength(1);
    const winner = all.findIndex(({ type }) => type === "placed");
    expect(readFileSync(join(dir, "ghouta", name), "utf8")).toBe(texts[winner]);
    expect(filesIn(dir)).toHaveLength(2);
  });

  it("knows no topic without a folder and its file", async () => {
    const { dir } = world();
    mkdirSync(join(dir, "empty"));
    for (const topic of ["summit", "empty"]) {
      expect(await placeStory(dir, topic, name, "x")).toEqual({ type: "no_topic" });
    }
  });

  it("tells a content folder that is not there from a topic that is not", async () => {
    const { dir } = world();
    const gone = join(dir, "gone");
    expect(await placeStory(gone, "ghouta", name, "x")).toEqual({ type: "no_content" });
    const file = join(dir, "ghouta/topic.yaml");
    expect(await placeStory(file, "ghouta", name, "x")).toEqual({ type: "no_topic" });
  });

  it.each(["EPERM", "ENOTSUP", "ENOSYS"])(
    "keeps its promises on a file system whose answer to links is %s",
    async (code) => {
      const { dir } = world();
      const folder = realpathSync(join(dir, "ghouta"));
      const noLinks = () => Promise.reject(Object.assign(new Error(code), { code }));
      const write = (text: string) => writeNewFile(folder, name, text, noLinks);
      const texts = Array.from({ length: 10 }, (_, index) => `${index} `.repeat(50_000));
      const all = await Promise.all(texts.map(write));
      expect(all.filter((written) => written === "written")).toHaveLength(1);
      expect(readFileSync(join(folder, name), "utf8")).toBe(texts[all.indexOf("written")]);
      expect(await write("other")).toBe("taken");
      expect(filesIn(dir)).toEqual([`ghouta/${name}`, "ghouta/topic.yaml"]);
    },
  );

  it("does not follow a link that leads out of the content", async () => {
    const { outer, dir } = world();
    mkdirSync(join(outer, "elsewhere"));
    writeFileSync(join(outer, "elsewhere/topic.yaml"), "title: {}\n");
    symlinkSync(join(outer, "elsewhere"), join(dir, "summit"));
    expect(await placeStory(dir, "summit", name, "x")).toEqual({ type: "outside" });
    expect(filesIn(join(outer, "elsewhere"))).toEqual(["topic.yaml"]);
  });

  it("does not write through a link that has the file's name", async () => {
    const { outer, dir } = world();
    symlinkSync(join(outer, "target"), join(dir, "ghouta", name));
    expect(await placeStory(dir, "ghouta", name, "x")).toEqual({ type: "taken" });
    expect(filesIn(outer)).toEqual([`content/ghouta/${name}`, "content/ghouta/topic.yaml"]);
  });

  it("writes into a content folder that is itself reached by a link", async () => {
    const { outer, dir } = world();
    symlinkSync(dir, join(outer, "link"));
    const placed = await placeStory(join(outer, "link"), "ghouta", name, "x");
    expect(placed).toEqual({ type: "placed", file: `ghouta/${name}` });
  });

  it("puts no file anywhere else, whatever the topic and the name", async () => {
    const { outer, dir } = world();
    const part = fc.oneof(
      fc.constantFrom("ghouta", "..", ".", "/", "\\", "\0", "", "content", "topic.yaml", ".yaml"),
      fc.constantFrom("a.yaml", "A.yaml", ".hidden.yaml", "a/b.yaml", "a".repeat(300), "نص.yaml"),
      fc.string({ unit: "binary", maxLength: 6 }),
    );
    const path = fc.array(part, { maxLength: 4 }).map((parts) => parts.join("/"));
    const word = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(""));
    const anyName = fc.oneof(part, path, word);
    await fc.assert(
      fc.asyncProperty(anyName, anyName, async (topic, fileName) => {
        const placed = await placeStory(dir, topic, fileName, "x");
        const made = filesIn(outer).filter((file) => file !== "content/ghouta/topic.yaml");
        expect(made.length).toBe(placed.type === "placed" ? 1 : 0);
        for (const file of made) {
          expect(file).toMatch(/^content\/ghouta\/[a-z0-9-]+\.yaml$/);
          expect(dirname(join(outer, file))).toBe(join(dir, "ghouta"));
          rmSync(join(outer, file));
        }
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});
