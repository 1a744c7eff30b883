import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storyFile as schema, type StoryEntry } from "../../src/content/schema/story.ts";
import { figureFile } from "../../src/content/schema/figure.ts";
import { readYaml } from "../../src/content/reading/yaml.ts";
import { mapLines } from "../../src/desk/story-file/fields.ts";
import { freshId } from "../../src/desk/story-file/fresh-id.ts";
import { storyFileName } from "../../src/desk/story-file/name.ts";
import { storyFile } from "../../src/desk/story-file/story-file.ts";
import { fuzzRuns } from "../fuzz-runs.ts";
import { editionIn, folderWith, story } from "../content/folder.ts";
import { anyStory } from "./story-entries.ts";

const content = fileURLToPath(new URL("../../content", import.meta.url));
const handWritten = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((name) =>
  /\d{4}-.*\.yaml$/.test(name),
);

describe("a story as its file", () => {
  it("reads back as the very same fields, whatever the texts", () => {
    fc.assert(
      fc.property(anyStory, (given) => {
        expect(readYaml(storyFile(given))).toEqual({ data: given, complaints: [] });
      }),
      { numRuns: fuzzRuns(500) },
    );
  });

  it("is tried with every field of the schema", () => {
    const stories = fc.sample(anyStory, { numRuns: 300, seed: 1 });
    expect(keysOf(stories)).toEqual(Object.keys(schema.shape).toSorted());
    const figures = stories.flatMap(({ figures }) => figures);
    expect(keysOf(figures)).toEqual(Object.keys(figureFile.shape).toSorted());
  });

  it.each(handWritten)("is written as %s is by hand", (name) => {
    const text = readFileSync(`${content}/${name}`, "utf8");
    expect(shapeOf(storyFile(entryOf(readYaml(text).data)))).toEqual(shapeOf(text));
  });

  it("drops nothing of a list, whatever stands beside a map in it", () => {
    const list = [{ ar: "أ", en: "A" }, "word", "two: words", 3, true, [1, ["x", { y: "z" }]]];
    expect(readYaml(mapLines({ list }, "").join("\n")).data).toEqual({ list });
  });

  it("makes an edition in a content folder", async () => {
    const text = storyFile(entryOf(story));
    const edition = await editionIn(folderWith({ "ghouta/a.yaml": text }));
    expect(edition.stories.get("ghta0207")?.headline.en).toBe("Air strikes on Eastern Ghouta");
  });
});

function keysOf(items: readonly object[]): readonly string[] {
  return [...new Set(items.flatMap(Object.keys))].toSorted();
}

function entryOf(data: unknown): StoryEntry {
  if (isEntry(data)) return data;
  throw new Error("no story");
}

function isEntry(data: unknown): data is StoryEntry {
  return schema.safeParse(data).success;
}

/** Everything but comments and where folded lines end. */
function shapeOf(text: string): readonly string[] {
  return text
    .replace(/\n *#.*/g, "")
    .replace(/(?<=>-\n)(?: {4}.*\n)+/g, (folded) => `${folded.replace(/\s+/g, " ").trim()}\n`)
    .split("\n");
}

describe("a story file's name", () => {
  it.each([
    ["Air strikes on Eastern Ghouta", 1, "2018-02-07-air-strikes-on-eastern-ghouta.yaml"],
    ["Syria’s “dead”: 38, ‘at least’", 2, "2018-02-07-syrias-dead-38-at-least-2.yaml"],
    ["Élysée — Müller", 1, "2018-02-07-elysee-muller.yaml"],
    ["../../etc/passwd", 1, "2018-02-07-etc-passwd.yaml"],
    ["غارات", 1, "2018-02-07.yaml"],
    ["غارات", 3, "2018-02-07-3.yaml"],
    ["W".repeat(200), 1, `2018-02-07-${"w".repeat(60)}.yaml`],
    [
      "one two three four five six seven eight nine ten eleven twelve thirteen",
      1,
      "2018-02-07-one-two-three-four-five-six-seven-eight-nine-ten-eleven.yaml",
    ],
  ])("of «%s», time %d, is %s", (headline, again, name) => {
    expect(storyFileName("2018-02-07", headline, again)).toBe(name);
  });
});

describe("a fresh id", () => {
  it("is one that no story has", () => {
    const drawn = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1].values();
    const id = freshId(new Set(["aaaa2222"]), () => drawn.next().value ?? 0);
    expect(id).toBe("bbbb3333");
    expect(schema.shape.id.safeParse(id).success).toBe(true);
  });

  it("is given up where chance is none", () => {
    expect(() => freshId(new Set(["aaaa2222"]), () => 0)).toThrow("no free id");
  });
});
