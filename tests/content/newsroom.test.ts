import { expect, it } from "vitest";
import { editionIn, folderWith, problemsIn } from "./folder.ts";

const name = "name: { ar: مرصد, en: A monitor }\n";
const licence = "licence: { name: { ar: للجميع, en: Free for all }, url: https://example.org/l }\n";

it("a newsroom's name and licence come with the edition", async () => {
  const { newsroom } = await editionIn(folderWith({ "newsroom.yaml": name + licence }));
  expect(newsroom).toEqual({
    name: { ar: "مرصد", en: "A monitor" },
    licence: { name: { ar: "للجميع", en: "Free for all" }, url: "https://example.org/l" },
  });
});

it("a newsroom may state no licence, and a folder may have no newsroom", async () => {
  const named = await editionIn(folderWith({ "newsroom.yaml": name }));
  expect(named.newsroom).toEqual({ name: { ar: "مرصد", en: "A monitor" } });
  expect(await editionIn(folderWith())).not.toHaveProperty("newsroom");
});

it("a newsroom that cannot be read is a problem of its file", async () => {
  const problems = await problemsIn(folderWith({ "newsroom.yaml": `${name}license: free\n` }));
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).toContain("newsroom.yaml");
});
