import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const tests = fileURLToPath(new URL("..", import.meta.url));
const texts = globSync("**/*.test.ts", { cwd: tests })
  .filter((path) => !path.endsWith("numbered.test.ts"))
  .map((path) => readFileSync(`${tests}/${path}`, "utf8"));

/** The numbers in the names of all tests: `row 7: …`, `row 12, fault 14: …`. */
function numbered(word: "row" | "fault"): ReadonlySet<number> {
  const names = texts.flatMap((text) => text.match(/"(?:(?:row|fault) [\d%i]+(?:, |: ))+/g) ?? []);
  const numbers = names.flatMap((name) => [...name.matchAll(new RegExp(`${word} (\\d+)`, "g"))]);
  return new Set([...numbers.map(([, number]) => Number(number)), ...tabled(word)]);
}

/** The first columns of tables of tests that are named `row %i: …`. */
function tabled(word: "row" | "fault"): readonly number[] {
  const tables = texts.flatMap((text) => [
    ...text.matchAll(/it\.each\(\[([^()]*?)\]\)\(\s*"(\w+) %i/g),
  ]);
  const own = tables.filter(([, , name]) => name === word);
  return own.flatMap(([, table = ""]) =>
    [...table.matchAll(/^\s*\[(\d+),/gm)].map(([, number]) => Number(number)),
  );
}

function upTo(last: number, from = 1): readonly number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

it("each of the 44 cases of a delivery loop has a test by its number", () => {
  expect(upTo(44).filter((row) => !numbered("row").has(row))).toEqual([]);
});

it("so has each fault of the list that is about delivery", () => {
  const faults = [...upTo(23), ...upTo(29, 26)];
  expect(faults.filter((fault) => !numbered("fault").has(fault))).toEqual([]);
});
