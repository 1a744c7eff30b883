import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { loadContent, type LoadOptions } from "../../src/content/load.ts";
import { describeProblem } from "../../src/content/problem.ts";
import type { Edition } from "../../src/domain/edition.ts";

/** A file's text, or data to be written as YAML; undefined for no such file. */
type Files = Readonly<Record<string, string | Uint8Array | object | undefined>>;

export const figure = {
  id: "killed",
  kind: "killed",
  who: "civilians",
  count: 38,
  source: "sohr",
};

export const story = {
  id: "ghta0207",
  date: "2018-02-07",
  place: { ar: "الغوطة الشرقية", en: "Eastern Ghouta" },
  headline: { ar: "غارات على الغوطة الشرقية", en: "Air strikes on Eastern Ghouta" },
  excerpt: {
    ar: "تعرضت بلدات في الغوطة الشرقية لضربات جوية يوم الأربعاء.",
    en: "Towns in Eastern Ghouta came under air strikes on Wednesday.",
  },
  figures: [figure],
};

export const topic = {
  title: { ar: "الغوطة الشرقية", en: "Eastern Ghouta" },
  about: { ar: "القصف على الغوطة", en: "The bombing of Ghouta" },
  aliases: ["الغوطة"],
};

export const sources = {
  sohr: { name: { ar: "المرصد السوري", en: "the Observatory" }, kind: "monitor" },
};

export const strikes = {
  "strikes/topic.yaml": {
    title: { ar: "ضربات التحالف", en: "Coalition strikes" },
    about: { ar: "ضربات التحالف", en: "Coalition strikes" },
  },
};

const one: Files = {
  "sources.yaml": sources,
  "ghouta/topic.yaml": topic,
  "ghouta/a.yaml": story,
};

/** A content folder of one topic with one story, with these files besides or instead. */
export function folderWith(files: Files = {}): string {
  const dir = mkdtempSync(join(tmpdir(), "content-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, data] of Object.entries({ ...one, ...files })) put(dir, name, data);
  return dir;
}

export function put(dir: string, name: string, data: Files[string]): void {
  if (data === undefined) return;
  const isText = typeof data === "string" || data instanceof Uint8Array;
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  // JSON is YAML.
  writeFileSync(join(dir, name), isText ? data : JSON.stringify(data, null, 2));
}

export const options: LoadOptions = { reserved: new Set(["help", "start"]) };

/** The errors of a folder as an editor reads them. */
export async function problemsIn(dir: string, given: LoadOptions = options): Promise<string[]> {
  const result = await loadContent(dir, given);
  const problems = result.type === "problems" ? result.problems : [];
  return problems.filter(({ level }) => level === "error").map(describeProblem);
}

/** All that the gate says of the one story with these fields besides or instead, without the place. */
export async function gateOn(fields: object): Promise<string[]> {
  const problems = await gateIn(folderWith({ "ghouta/a.yaml": { ...story, ...fields } }));
  return problems.map((problem) => problem.replace(/^ghouta\/a\.yaml: /, ""));
}

/** All that the gate says of a folder, without the places. */
export async function gateIn(dir: string): Promise<string[]> {
  const result = await loadContent(dir, options);
  const problems = result.type === "problems" ? result.problems : result.warnings;
  return problems.map((problem) => describeProblem(problem).replace(/^([^:]+):\d+:\d+: /, "$1: "));
}

export async function editionIn(dir: string, given: LoadOptions = options): Promise<Edition> {
  const result = await loadContent(dir, given);
  if (result.type === "edition") return result.edition;
  throw new Error(result.problems.map(describeProblem).join("\n"));
}

/** The problems of the one story with these fields besides or instead, without the place. */
export async function storyProblems(fields: object): Promise<string[]> {
  const problems = await problemsIn(folderWith({ "ghouta/a.yaml": { ...story, ...fields } }));
  return problems.map((problem) => problem.replace(/^ghouta\/a\.yaml:\d+:\d+: /, ""));
}

/** The problems of its one figure with these fields besides or instead. */
export function figureProblems(fields: object): Promise<string[]> {
  return storyProblems({ figures: [{ ...figure, ...fields }] });
}
