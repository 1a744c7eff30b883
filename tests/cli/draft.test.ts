import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { draft } from "../../src/cli/draft.ts";
import { UsageError } from "../../src/cli/verb.ts";
import { readYaml } from "../../src/content/reading/yaml.ts";
import { folderWith } from "../content/folder.ts";

const article = "قُتل 38 مدنياً في دوما يوم 7 شباط/فبراير 2018، بحسب المرصد السوري.";

interface Drafted {
  /** What went to standard output. */
  readonly text: string;
  readonly warnings: readonly string[];
}

async function drafted(
  args: readonly string[],
  { content = folderWith(), input = "" } = {},
): Promise<Drafted> {
  const lines: string[] = [];
  const warnings: string[] = [];
  const code = await draft({
    args,
    input: Readable.from(input === "" ? [] : [Buffer.from(input)]),
    env: { CONTENT_DIR: content },
    clock: () => new Date("2026-11-22T07:00:00Z"),
    print: (line) => void lines.push(line),
    warn: (line) => void warnings.push(line),
    stop: new AbortController().signal,
  });
  expect(code).toBe(0);
  return { text: lines.join("\n"), warnings };
}

function fileWith(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), "draft-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const file = join(dir, "article.html");
  writeFileSync(file, text);
  return file;
}

const topic = ["--topic", "ghouta"];

describe("mujaz draft", () => {
  it("prints a draft of a file, and of what is piped in", async () => {
    const page = `<html><title>Douma</title><p>${article}</html>`;
    for (const { text, warnings } of [
      await drafted([fileWith(page), ...topic]),
      await drafted(["-", ...topic], { input: page }),
    ]) {
      expect(warnings).toEqual([]);
      expect(text).toContain("# Title of the article: Douma\n");
      expect(readYaml(text).data).toMatchObject({ date: "2018-02-07", excerpt: { ar: null } });
    }
  });

  it("gives each draft an id of its own", async () => {
    const ids = new Set<unknown>();
    for (const _ of Array.from({ length: 5 })) {
      const { text } = await drafted(["-", ...topic], { input: article });
      ids.add(/^id: ([a-z0-9]{8})$/m.exec(text)?.[1]);
    }
    expect(ids.size).toBe(5);
    expect(ids.has(undefined)).toBe(false);
  });

  it("writes a new file, and never over another", async () => {
    const file = fileWith("mine");
    const out = `${file}.yaml`;
    expect((await drafted(["-", ...topic, "--out", out], { input: article })).text).toBe("");
    const written = readFileSync(out, "utf8");
    expect(written.startsWith("# yaml-language-server: $schema=")).toBe(true);
    expect(written.endsWith("\n")).toBe(true);
    for (const taken of [file, out]) {
      const before = readFileSync(taken, "utf8");
      await expect(drafted(["-", ...topic, "--out", taken], { input: article })).rejects.toThrow(
        "is there already: a draft never takes the place of a file",
      );
      expect(readFileSync(taken, "utf8")).toBe(before);
    }
  });

  it("leaves nothing behind where it cannot write", async () => {
    const folder = dirname(fileWith(article));
    for (const out of [join(folder, "none/a.yaml"), join(folder, "article.html/a.yaml")]) {
      await expect(drafted(["-", ...topic, "--out", out], { input: article })).rejects.toThrow(
        `--out ${out}: no folder ${dirname(out)}: expected a new file in a folder`,
      );
    }
    const out = join(folder, "a.yaml");
    const both = [1, 2].map(() => drafted(["-", ...topic, "--out", out], { input: article }));
    const ends = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(ends.toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(readdirSync(folder).toSorted()).toEqual(["a.yaml", "article.html"]);
  });

  it("does not go on without a content folder", async () => {
    const gone = join(folderWith(), "gone");
    await expect(drafted(["-", ...topic], { content: gone, input: article })).rejects.toThrow(
      `CONTENT_DIR ${gone}: no folder at`,
    );
  });

  it("works beside content that has problems, and says what it does without", async () => {
    const content = folderWith({ "ghouta/a.yaml": "id: [" });
    const { text, warnings } = await drafted(["-", ...topic], { content, input: article });
    expect(text).toContain("date: 2018-02-07");
    expect(warnings).toEqual([
      `${content} has problems (content:check names them): its sources are not compared`,
    ]);
  });

  it.each([
    [["--topic", "ghouta"]],
    [["a.txt"]],
    [["a.txt", "b.txt", "--topic", "ghouta"]],
    [["a.txt", "--url", "https://news.example/", "--topic", "ghouta"]],
    [["", "--topic", "ghouta"]],
    [["a.txt", "--topic", ""]],
    [["a.txt", "--topic"]],
    [["a.txt", "--topic", "ghouta", "--force"]],
  ])("does not take the words %j", async (args) => {
    const words = "draft: expected (FILE | - | --url ADDRESS)";
    await expect(drafted(args)).rejects.toThrow(words);
    await expect(drafted(args)).rejects.toBeInstanceOf(UsageError);
  });

  it.each([
    [["a.txt", "--lang", "fr", ...topic], "--lang fr: expected ar or en"],
    [["a.txt", "--out", "", ...topic], "--out: expected the name of a new file"],
    [["a.txt", "--force", ...topic], "Unknown option '--force': draft: expected (FILE"],
    [["-", "--topic", "summit"], "--topic summit: expected one of the topics ghouta"],
    [["/nowhere/a.txt", ...topic], "/nowhere/a.txt: no such file: expected a text or HTML article"],
    [["/", ...topic], "/: a folder: expected a text or HTML article"],
    [["/dev/zero", ...topic], "/dev/zero: too large: expected an article of at most 5000000 bytes"],
    [["-", ...topic], "standard input: no text in it"],
    [["--url", "http://127.0.0.1/", ...topic], "127.0.0.1: expected a place on the public"],
    [["--url", "file:///etc/passwd", ...topic], "begins with https:// or http://"],
  ])("says what is wrong with %j", async (args, reason) => {
    await expect(drafted(args)).rejects.toThrow(reason);
  });

  it("takes no more than five megabytes, piped in or not", async () => {
    const text = "a".repeat(5_000_001);
    await expect(drafted(["-", ...topic], { input: text })).rejects.toThrow("at most 5000000");
    await expect(drafted([fileWith(text), ...topic])).rejects.toThrow("at most 5000000");
  });
});
