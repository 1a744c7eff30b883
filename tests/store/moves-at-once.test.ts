import { expect, it } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import { startProcess } from "../app/bot-process.ts";
import { emptyUrl, fileUrl } from "../postgres/fresh.ts";
import { contentsOf } from "./former.ts";
import { fill, fullStore } from "./full-store.ts";

it("two moves of one store that run at once copy each row once", { timeout: 60_000 }, async () => {
  const [from, to] = [fileUrl(), await emptyUrl()];
  await using db = await openDatabase(from);
  await fill(db, fullStore(12_000));
  const verbs = [1, 2].map(() => startProcess(["migrate-store", from, to]));
  const ends = await Promise.all(verbs.map(async (verb) => [await verb.ended, verb.output()]));
  expect(ends.filter(([end]) => end === 0)).not.toEqual([]);
  const late = ends.filter(([end]) => end !== 0).map(([, output]) => output);
  expect(
    late.filter((output) => !/another migrate-store|no move under way/.test(String(output))),
  ).toEqual([]);
  expect(await countsIn(to)).toEqual(await countsIn(from));
});

async function countsIn(url: string): Promise<object> {
  const contents = Object.entries(await contentsOf(url));
  return Object.fromEntries(contents.map(([table, rows]) => [table, rows.length]));
}
