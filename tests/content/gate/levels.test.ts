import { expect, it } from "vitest";
import { createLoader } from "../../../src/content/load.ts";
import { describeProblem } from "../../../src/content/problem.ts";
import { figure, folderWith, options, put, story } from "../folder.ts";

const unreadable = { ...story, figures: [{ ...figure, quote: "بحسب شهود" }] };
const warning =
  "ghouta/a.yaml:23:7: warning: figures[0].quote: بحسب شهود: cannot be read as 38 civilians killed; quote the words that state the figure, or correct the figure";

it("a warning lets the edition pass, and is told beside it", async () => {
  const loader = createLoader(folderWith({ "ghouta/a.yaml": unreadable }), options);
  const result = await loader.load();
  if (result.type !== "edition") throw new Error("no edition");
  expect(result.edition.stories.size).toBe(1);
  expect(result.warnings.map(describeProblem)).toEqual([warning]);
});

it("an error keeps the edition, and warnings are told beside it", async () => {
  const dir = folderWith({ "ghouta/a.yaml": unreadable, "ghouta/b.yaml": { ...story, id: "b" } });
  const result = await createLoader(dir, options).load();
  if (result.type !== "problems") throw new Error("an edition");
  expect(result.problems.map(({ level }) => level)).toEqual(["warning", "error"]);
});

it("a file that has not changed is not judged anew, and its warnings stay", async () => {
  const dir = folderWith({ "ghouta/a.yaml": unreadable });
  const loader = createLoader(dir, options);
  const first = await loader.load();
  expect(await loader.load()).toBe(first);
  put(dir, "ghouta/b.yaml", { ...story, id: "ghta0208", date: "2018-02-08" });
  expect(await loader.load()).toMatchObject({ warnings: [{ level: "warning" }] });
});

it("what was not judged is judged by the next look, and the edition stays the same", async () => {
  const loader = createLoader(folderWith({ "ghouta/a.yaml": unreadable }), options);
  const quick = await loader.loadUnjudged();
  const result = await loader.load();
  if (quick.type !== "edition" || result.type !== "edition") throw new Error("no edition");
  expect(result.edition).toBe(quick.edition);
  expect(result.warnings.map(describeProblem)).toEqual([warning]);
  expect(await loader.load()).toBe(result);
  expect(await loader.loadUnjudged()).toBe(result);
});

it("an edition that is not judged need not agree with itself", async () => {
  const dir = folderWith({ "ghouta/a.yaml": unreadable });
  const result = await createLoader(dir, options).loadUnjudged();
  expect(result).toMatchObject({ type: "edition", warnings: [] });
});
