import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const tests = fileURLToPath(new URL("..", import.meta.url));
const texts = globSync("**/*.test.ts", { cwd: tests })
  .filter((path) => !path.endsWith("numbered.test.ts"))
  .map((path) => readFileSync(`${tests}/${path}`, "utf8"));

/** The numbers in the names of all tests: `row 7: …`, `fault 14, row 12: …`. */
function numbered(): ReadonlySet<number> {
  const names = texts.flatMap((text) => text.match(/"(?:(?:row|fault) [\d%i]+(?:, |: ))+/g) ?? []);
  const numbers = names.flatMap((name) => [...name.matchAll(/row (\d+)/g)]);
  return new Set([...numbers.map(([, number]) => Number(number)), ...tabled()]);
}

/** The first columns of tables of tests that are named `row %i: …`. */
function tabled(): readonly number[] {
  const tables = texts.flatMap((text) => [
    ...text.matchAll(/it\.each\(\[([^()]*?)\]\)\(\s*"(\w+) %i/g),
  ]);
  const own = tables.filter(([, , name]) => name === "row");
  return own.flatMap(([, table = ""]) =>
    [...table.matchAll(/^\s*\[(\d+),/gm)].map(([, number]) => Number(number)),
  );
}

function upTo(last: number, from = 1): readonly number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

it("each of the 44 cases of a delivery loop has a test by its number", () => {
  expect(upTo(44).filter((row) => !numbered().has(row))).toEqual([]);
});
