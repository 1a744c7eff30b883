import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { figures } from "../../src/cli/figures.ts";
import { UserError } from "../../src/cli/verb.ts";

interface Read {
  readonly code: number;
  readonly lines: readonly Record<string, unknown>[];
  readonly warnings: readonly string[];
}

async function read(
  input: Iterable<string | Uint8Array>,
  args: readonly string[] = [],
): Promise<Read> {
  const lines: Record<string, unknown>[] = [];
  const warnings: string[] = [];
  const code = await figures({
    args,
    input: Readable.from([...input].map((chunk) => Buffer.from(chunk))),
    env: {},
    clock: () => new Date("2026-11-22T07:00:00Z"),
    print: (line) => void lines.push(JSON.parse(line)),
    warn: (line) => void warnings.push(line),
    stop: new AbortController().signal,
  });
  return { code, lines, warnings };
}

const text = "Shelling killed 12 people, including at least five children, in Homs, police said.";

describe("mujaz figures", () => {
  it("reads each line by itself, and says where the words of each figure stand", async () => {
    const { code, lines } = await read([`${JSON.stringify({ id: "a", text })}\n`]);
    expect(code).toBe(0);
    const all = {
      span: "killed 12 people",
      start: 9,
      length: 16,
      kind: "killed",
      who: "persons",
      count: 12,
      qualifier: "exact",
      of: null,
      source: "police",
      place: "Homs",
      scope: "incident",
      basis: "total_reported",
    };
    const [line] = lines;
    expect(line).toMatchObject({ id: "a", figures: [all, { who: "children", count: 5, of: 0 }] });
  });

  it("gives zeros as counts that are negated", async () => {
    const none = { id: 1, text: "No one was killed. There were no reports of injuries." };
    const { lines } = await read([JSON.stringify(none)]);
    expect(lines[0]).toMatchObject({
      id: 1,
      figures: [
        { kind: "killed", count: 0, negated: true },
        { kind: "injured", count: 0, negated: true, strength: "not_reported" },
      ],
    });
  });

  it("reports a bad line by its number, and goes on", async () => {
    const good = JSON.stringify({ id: "b", text });
    const bad = ["no JSON", '{"id": 1}', '{"id": 2, "text": "x", "lang": "fr"}', '"text"'];
    const { code, lines, warnings } = await read([bad.join("\n"), "\n\n", good]);
    expect(code).toBe(1);
    expect(lines).toHaveLength(1);
    expect(warnings.map((line) => line.slice(0, 16))).toEqual([
      "line 1: not JSON",
      "line 2: text: In",
      "line 3: lang: In",
      "line 4: the line",
    ]);
  });

  it("takes lines as they come, and from a file", async () => {
    const line = JSON.stringify({ id: "قُتل", text: "قُتل 12 مدنياً في حمص." });
    const bytes = Buffer.from(`${line}\n`);
    const halves = [bytes.subarray(0, 9), bytes.subarray(9)];
    expect((await read(halves)).lines).toMatchObject([{ id: "قُتل" }]);
    const dir = mkdtempSync(join(tmpdir(), "figures-"));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    writeFileSync(join(dir, "a.jsonl"), bytes);
    const { lines } = await read([], [join(dir, "a.jsonl")]);
    expect(lines).toMatchObject([{ id: "قُتل", figures: [{ count: 12, who: "civilians" }] }]);
  });

  it("names a file that is not there, and what it expects", async () => {
    await expect(read([], ["/nowhere.jsonl"])).rejects.toThrow(/^\/nowhere\.jsonl: ENOENT/);
    await expect(read([], ["a", "b"])).rejects.toThrow(UserError);
  });
});
