import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { faults } from "./list.ts";

const tests = fileURLToPath(new URL("..", import.meta.url));

function textOf(file: string): string {
  return readFileSync(`${tests}/${file}`, "utf8");
}

/** Whether a test of the file is named so, or begins so where its seed follows. */
function hasTest(file: string, name: string): boolean {
  const text = textOf(file);
  return [`"${name}"`, `\`${name}\``, `\`${name} (seed`].some((title) => text.includes(title));
}

/** The numbers in the names of all tests: `fault 7: …`, `fault 11, fault 12, row 12: …`. */
function numbersNamed(): readonly number[] {
  const texts = globSync("**/*.test.ts", { cwd: tests }).map(textOf);
  const names = texts.flatMap((text) => text.match(/["`](?:(?:fault|row) [\d%i]+[,:] )+/g) ?? []);
  return names.flatMap((name) => [...name.matchAll(/fault (\d+)/g)].map(([, n]) => Number(n)));
}

it("all forty faults are listed, in order", () => {
  expect(faults.map(({ number }) => number)).toEqual(faults.map((_, index) => index + 1));
  expect(faults).toHaveLength(40);
});

it.each(faults)("fault $number has tests by its number: $fault", ({ number, tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  for (const [file, name] of tests) {
    expect(name, "its number").toMatch(new RegExp(`fault ${number}[,:]`));
    expect(hasTest(file, name), `${file}: ${name}`).toBe(true);
  }
});

it("no test is named by a fault that is not listed", () => {
  const listed = new Set(faults.map(({ number }) => number));
  const named = numbersNamed();
  expect(named.filter((number) => !listed.has(number))).toEqual([]);
  expect(new Set(named)).toEqual(listed);
});
