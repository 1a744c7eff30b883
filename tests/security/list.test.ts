import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isThere } from "../named-tests.ts";
import { promises } from "./list.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

it("all twenty promises are listed, in order", () => {
  expect(promises.map(({ item }) => item)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
});

it.each(promises)("item $item has tests that are there: $promise", ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  expect(tests.filter((test) => !isThere(test))).toEqual([]);
});

it.each(promises)(
  "item $item is in the README with the files of its tests",
  ({ promise, tests }) => {
    const row = readme.split("\n").find((line) => line.startsWith(`| ${promise} |`)) ?? "no row";
    for (const [file] of tests) expect(row).toContain(`\`${file.replace(/\.test\.ts$/, "")}\``);
  },
);
