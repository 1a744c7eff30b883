import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { backup } from "../../src/cli/backup.ts";
import { openDatabase } from "../../src/store/database.ts";

function run(args: readonly string[], databaseUrl: string, lines: string[] = []): Promise<number> {
  return backup({
    args,
    env: { DATABASE_URL: databaseUrl },
    clock: () => new Date(0),
    print: (line) => void lines.push(line),
    warn: () => {},
    input: (async function* () {})(),
    stop: new AbortController().signal,
  });
}

it("the backup verb says what it wrote, and what it wants", async () => {
  const folder = mkdtempSync(join(tmpdir(), "mujaz-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const url = `file:${join(folder, "mujaz.db")}`;
  await (await openDatabase(url)).destroy();
  const lines: string[] = [];
  const to = join(folder, "copy.db");
  expect(await run([to], url, lines)).toBe(0);
  expect(lines).toEqual([
    expect.stringMatching(/copy\.db: the store, whole and checked \(0\.\d MB\)$/),
  ]);
  await expect(run([], url)).rejects.toThrow("expected backup FILE");
});
