import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { editionIn, folderWith, problemsIn, put, story } from "./folder.ts";

const text = JSON.stringify(story);

describe("a content folder", () => {
  it("is one problem when it is not there", async () => {
    const dir = folderWith();
    rmSync(dir, { recursive: true });
    expect(await problemsIn(dir)).toEqual([`.: no folder at ${dir}: expected the content`]);
    writeFileSync(dir, "a file");
    expect(await problemsIn(dir)).toEqual([`.: no folder at ${dir}: expected the content`]);
  });

  it("is one problem when it is empty", async () => {
    const dir = folderWith();
    rmSync(dir, { recursive: true });
    put(dir, "README.md", "# Content");
    expect(await problemsIn(dir)).toEqual([
      ".: nothing in it: expected sources.yaml and a folder for each topic",
    ]);
  });

  it("may hold whatever is not YAML, and what editors and other programs leave behind", async () => {
    const dir = folderWith({
      "README.md": "# Content",
      "schema/story.json": "{}",
      "photos/a.jpg": "",
      ".git/config.yaml": "- no",
      "ghouta/.hidden.yaml": "- no",
      "ghouta/.#a.yaml": "- no",
      "ghouta/#a.yaml#": "- no",
      "ghouta/a.yaml~": "- no",
      "ghouta/.a.yaml.swp": "- no",
      "ghouta/a.yaml.tmp": "- no",
      "ghouta/4913": "- no",
      "ghouta/notes/map.png": "",
    });
    mkdirSync(join(dir, "new"));
    expect([...(await editionIn(dir)).topics.keys()]).toEqual(["ghouta"]);
  });

  it.each([
    [
      "notes.yaml",
      "notes.yaml: expected sources.yaml or newsroom.yaml here, and any other YAML in a topic's folder",
    ],
    [
      "sources.yml",
      "sources.yml: expected sources.yaml or newsroom.yaml here, and any other YAML in a topic's folder",
    ],
    ["ghouta/b.yml", "ghouta/b.yml: expected a name that ends with .yaml"],
    ["ghouta/B.YAML", "ghouta/B.YAML: expected a name that ends with .yaml"],
    [
      "ghouta/2018/b.yaml",
      "ghouta/2018/b.yaml: too deep: expected stories directly in a topic's folder",
    ],
    [
      "ghouta/2018/02/b.yml",
      "ghouta/2018/02/b.yml: too deep: expected stories directly in a topic's folder",
    ],
  ])("has no place for %s", async (name, expected) => {
    expect(await problemsIn(folderWith({ [name]: text }))).toEqual([expected]);
  });

  it("may be reached by a link, and may hold links to places inside it", async () => {
    const dir = folderWith({ "ghouta/a.yaml": undefined, ".stories/a.yaml": text });
    symlinkSync("../.stories/a.yaml", join(dir, "ghouta/a.yaml"));
    symlinkSync(dir, `${dir}-link`);
    const edition = await editionIn(`${dir}-link`);
    rmSync(`${dir}-link`);
    expect([...edition.stories.keys()]).toEqual(["ghta0207"]);
  });

  it("may be a mounted volume, in which every name is a link", async () => {
    const dir = folderWith();
    mkdirSync(join(dir, "..2018_02_07"));
    for (const name of ["sources.yaml", "ghouta"]) {
      renameSync(join(dir, name), join(dir, "..2018_02_07", name));
      symlinkSync(`..data/${name}`, join(dir, name));
    }
    symlinkSync("..2018_02_07", join(dir, "..data"));
    expect([...(await editionIn(dir)).stories.keys()]).toEqual(["ghta0207"]);
  });

  it("cannot hold links that lead outside or nowhere", async () => {
    const outside = folderWith();
    const dir = folderWith();
    symlinkSync(join(outside, "ghouta/a.yaml"), join(dir, "ghouta/b.yaml"));
    symlinkSync(join(outside, "ghouta"), join(dir, "other"));
    symlinkSync("nowhere.yaml", join(dir, "ghouta/c.yaml"));
    symlinkSync("d.yaml", join(dir, "ghouta/d.yaml"));
    expect(await problemsIn(dir)).toEqual([
      "ghouta/b.yaml: a link that leads outside: expected a link to a place inside the content folder",
      "ghouta/c.yaml: a link that leads nowhere: expected a file",
      "ghouta/d.yaml: a link that leads nowhere: expected a file",
      "other: a link that leads outside: expected a link to a place inside the content folder",
    ]);
  });

  it("survives a link to itself, and a pipe that nobody writes to", async () => {
    const dir = folderWith();
    mkdirSync(join(dir, "ghouta/x"));
    symlinkSync("..", join(dir, "ghouta/x/up"));
    execFileSync("mkfifo", [join(dir, "ghouta/b.yaml")]);
    const problems = await problemsIn(dir);
    expect(problems).toContain("ghouta/b.yaml: not a file: expected a file");
    expect(problems.length).toBeLessThan(20);
  });
});

describe("a file", () => {
  it.each([
    ["a byte order mark", `\ufeff${JSON.stringify(story, null, 2)}`],
    ["Windows line ends", JSON.stringify(story, null, 2).replaceAll("\n", "\r\n")],
    [
      "anchors and aliases",
      text
        .replace('"place":{', '"place":&p {')
        .replace('"figures"', '"x":*p,"figures"')
        .replace('"x":*p,', ""),
    ],
  ])("may have %s", async (_, file) => {
    const edition = await editionIn(folderWith({ "ghouta/a.yaml": file }));
    expect([...edition.stories.keys()]).toEqual(["ghta0207"]);
  });

  const bomb = `a: &a [${"x,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]`;

  it.each<[string, string | Uint8Array, string]>([
    [
      "Latin-1",
      Buffer.from('id: "ghta0207" # é', "latin1"),
      "ghouta/a.yaml: not UTF-8: expected a file saved as UTF-8",
    ],
    [
      "UTF-16",
      Buffer.from(`\ufeff${text}`, "utf16le"),
      "ghouta/a.yaml: not UTF-8: expected a file saved as UTF-8",
    ],
    [
      "over a megabyte",
      " ".repeat(1_000_001),
      "ghouta/a.yaml: 1000001 bytes: expected at most 1000000",
    ],
    [
      "with a field twice",
      'id: ghta0207\nbreaking: true\n"breaking": false',
      "ghouta/a.yaml:3:1: breaking: given twice: expected each field once",
    ],
    [
      "of two documents",
      "id: a\n---\nid: b",
      "ghouta/a.yaml:2:1: not valid YAML: Source contains multiple documents; please use YAML.parseAllDocuments()",
    ],
    [
      "with a tag of a language",
      "id: !!js/function x",
      "ghouta/a.yaml:1:5: not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function",
    ],
    [
      "that is an alias bomb",
      bomb,
      "ghouta/a.yaml:1:1: not valid YAML: Excessive alias count indicates a resource exhaustion attack",
    ],
    [
      "that is empty",
      "",
      "ghouta/a.yaml:1:1: blank: expected a map of id, date, place, also, headline, excerpt, figures, sources, links, breaking, push, graphic, corrections, lead, withdrawn",
    ],
    [
      "that is a word",
      "hello",
      "ghouta/a.yaml:1:1: hello: expected a map of id, date, place, also, headline, excerpt, figures, sources, links, breaking, push, graphic, corrections, lead, withdrawn",
    ],
  ])("cannot be one %s", async (_, file, expected) => {
    expect(await problemsIn(folderWith({ "ghouta/a.yaml": file }))).toEqual([expected]);
  });

  it("that nests without end is one problem, and soon", async () => {
    const problems = await problemsIn(folderWith({ "ghouta/a.yaml": "[".repeat(100_000) }));
    expect(problems).toEqual([expect.stringMatching(/^ghouta\/a\.yaml:1:\d+: not valid YAML: /)]);
  });
});
