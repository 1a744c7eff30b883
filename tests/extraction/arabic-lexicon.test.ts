import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { kinds, munitions, people } from "../../src/domain/figure.ts";
import { lexemeOf } from "../../src/extraction/arabic/lexicon.ts";
import { foldWord } from "../../src/extraction/text/fold.ts";

const folder = new URL("../../src/extraction/lexicon/ar/", import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  json: JSON.parse(readFileSync(new URL(name, folder), "utf8")),
}));

it.each(files)("$name has no word twice", ({ json }) => {
  const lists: readonly unknown[][] = Array.isArray(json) ? [json] : Object.values(json);
  const twice = lists.flatMap((list) => {
    const words = list.map((entry) => JSON.stringify(entry));
    return words.filter((word, index) => words.indexOf(word) !== index);
  });
  expect(twice).toEqual([]);
});

it("entries say only what the domain knows", () => {
  const entries = files.flatMap(({ json }) => (Array.isArray(json) ? json : []));
  const known: ReadonlySet<unknown> = new Set([...people, ...munitions, ...kinds, undefined]);
  expect(entries.filter(({ who, kind }) => !known.has(who) || !known.has(kind))).toEqual([]);
});

it("no noun stands under two heads", () => {
  const nouns = files
    .filter(({ name }) => ["people.json", "harm-nouns.json", "munitions.json"].includes(name))
    .flatMap(({ json }) => json.map(({ word }: { readonly word: string }) => foldWord(word)));
  expect(nouns.filter((word, index) => nouns.indexOf(word) !== index)).toEqual([]);
});

it.each([
  ["طفلان", "two", false],
  ["طفلين", "two", false],
  ["امرأتين", "two", false],
  ["مدنيين", "many", true],
  ["مدنيون", "many", false],
  ["أطفال", "many", false],
  ["شخصا", "one", false],
])("«%s» is %s", (word, number, isEither) => {
  expect(lexemeOf(foldWord(word))?.noun).toMatchObject({
    number: isEither ? "two" : number,
    isEither,
  });
});
