import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const languages = ["ar", "en"] as const;
const files = [
  "cards",
  "desk",
  "interface",
  "printing",
  "problems",
  "search",
  "sharing",
  "stats",
] as const;

interface Text {
  readonly key: string;
  readonly text: string;
}

function textsOf(value: unknown, path: readonly string[] = []): Text[] {
  if (typeof value === "string") return [{ key: path.join("."), text: value }];
  return Object.entries(value ?? {}).flatMap(([name, inner]) => textsOf(inner, [...path, name]));
}

function read(language: string, file: string): Text[] {
  const url = new URL(`../locales/${language}/${file}.json`, import.meta.url);
  return textsOf(JSON.parse(readFileSync(url, "utf8")));
}

/** The keys of the texts that are not as they should be. */
function wrong(texts: readonly Text[], isWrong: (text: string, key: string) => boolean): string[] {
  return texts.filter(({ key, text }) => isWrong(text, key)).map(({ key }) => key);
}

const form = /_(zero|one|two|few|many|other)$/;
// Variants that only one language's grammar may need; elsewhere the plain text serves.
const variant =
  /_(feminine|things|pair|persons|either|reported|event|part|oblique|definite|vague|range|also|aside)$/;

function stem(key: string): string {
  return key.replace(form, "").replace(variant, "");
}

function stems(texts: readonly Text[]): string[] {
  return [...new Set(texts.map(({ key }) => stem(key)))].toSorted();
}

// The Arabic pronoun of a whole, which English puts into the number ("12 of them").
const pronoun = "among";

function placeholders(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name),
  );
  return [...new Set(names.map(String))].filter((name) => name !== pronoun).toSorted();
}

/** The plural forms of each key that has any, its variants aside: they repeat only what differs. */
function pluralForms(texts: readonly Text[]): ReadonlyMap<string, readonly string[]> {
  const forms = texts.flatMap(({ key }) => {
    const [, name] = form.exec(key) ?? [];
    const base = key.replace(form, "");
    return name === undefined || variant.test(base) ? [] : [{ base, name }];
  });
  const byKey = Map.groupBy(forms, ({ base }) => base);
  return new Map([...byKey].map(([key, all]) => [key, all.map(({ name }) => name).toSorted()]));
}

const tags = new Set(["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler"]);

/** The tags that are open, unknown or closed out of turn at the end of a text. */
function badTags(text: string): string[] {
  const open: string[] = [];
  for (const [tag, slash, name = ""] of text.matchAll(/<(\/?)([^>]*)>/g)) {
    if (tags.has(name) && slash !== "" && open.at(-1) === name) open.pop();
    else open.push(tags.has(name) && slash === "" ? name : tag);
  }
  return open;
}

function isBadMarkup(text: string): boolean {
  return badTags(text).length > 0 || /&(?!(?:amp|lt|gt|quot);)|<(?![/a-z])/.test(text);
}

/** A text's lines as they begin for the reader's eye: without tags, values and isolated words. */
function beginnings(text: string): string[] {
  return text
    .replace(/<[^>]*>/g, "")
    .split("\n")
    .map((line) => line.replace(/\{\{\w+\}\}/g, "").replace(/\u2068[^\u2069]*\u2069/g, ""));
}

function beginsForeign(text: string): boolean {
  return beginnings(text).some((line) =>
    /^[^\p{L}]*\p{Script=Latin}|^\s*\p{Extended_Pictographic}/u.test(line),
  );
}

describe.each(files)("the texts of %s", (file) => {
  const ar = read("ar", file);
  const en = read("en", file);
  const all = [...ar, ...en];

  it("are the same in both languages, but for what grammar adds", () => {
    expect(stems(ar)).toEqual(stems(en));
  });

  it.each(languages)("have every plural form of %s, and no other", (language) => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    const forms = pluralForms(language === "ar" ? ar : en);
    const expected = new Map([...forms.keys()].map((key) => [key, categories]));
    expect(forms).toEqual(expected);
  });

  it("ask for the same values in both languages; one, two and none may leave the number out", () => {
    const english = Map.groupBy(en, ({ key }) => stem(key));
    const differs = (text: string, key: string) => {
      const expected = placeholders((english.get(stem(key)) ?? []).map(({ text }) => text));
      const own = placeholders([text]);
      const silent = /_(zero|one|two)$/.test(key) && own.length === 0;
      return !silent && own.join() !== expected.join();
    };
    expect(wrong(ar, differs)).toEqual([]);
  });

  it("never print a count that was not formatted", () => {
    expect(wrong(all, (text) => text.includes("{{count}}"))).toEqual([]);
  });

  it("are never empty", () => {
    expect(wrong(all, (text) => text.trim() === "")).toEqual([]);
  });

  it("use only tags that Telegram knows, closed, and escape what is no tag", () => {
    expect(wrong(all, isBadMarkup)).toEqual([]);
  });

  it("begin every Arabic line with Arabic, not with a picture or a bare Latin word", () => {
    const named = ar.filter(({ key }) => key !== "language.en");
    expect(wrong(named, beginsForeign)).toEqual([]);
  });
});
