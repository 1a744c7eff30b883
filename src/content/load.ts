import { isDeepStrictEqual } from "node:util";
import type { Edition } from "../domain/edition.ts";
import type { Content, FileComplaint, StoryOfFile } from "./check/content.ts";
import { frozen } from "./frozen.ts";
import { complaintsBetween, toEdition, type Standards } from "./judge.ts";
import { fieldName, inReadingOrder, type Problem } from "./problem.ts";
import { readFiles, type FileRead } from "./read-files.ts";
import type { SourcesReading, TopicReading } from "./reading.ts";
import { scan, type FoundFile, type Scan } from "./scan.ts";
import { locator } from "./yaml.ts";

/** An edition, or every problem of every file, in reading order. */
export type LoadResult =
  | { readonly type: "edition"; readonly edition: Edition }
  | { readonly type: "problems"; readonly problems: readonly Problem[] };

export type LoadOptions = Standards;

/**
 * Reads one content folder again and again. Files that have not changed are not read again, and a
 * folder that has not changed gives the same result, the very same object. An edition that it gave
 * is the one whose stories must not vanish from the next.
 */
export interface Loader {
  readonly dir: string;
  /** @throws only where the machine fails; never because of the content. */
  load(): Promise<LoadResult>;
  /** Reads a file again even if it looks unchanged; `name` is relative to the folder. */
  forget(name: string): void;
}

interface CachedFile extends FileRead {
  readonly found: FoundFile;
}

export function createLoader(dir: string, options: LoadOptions): Loader {
  let files: ReadonlyMap<string, CachedFile> = new Map();
  let last: { readonly seen: string; readonly result: LoadResult } | undefined;
  let previous = options.previous;
  let running: Promise<unknown> = Promise.resolve();
  const forgotten = new Set<string>();

  async function load(): Promise<LoadResult> {
    const found = await scan(dir);
    if (found === undefined) return folderProblem(`no folder at ${dir}: expected the content`);
    if (isEmpty(found)) {
      return folderProblem("nothing in it: expected sources.yaml and a folder for each topic");
    }
    const before = files;
    files = await refreshed(before, found.files, forgotten);
    const seen = JSON.stringify([found.topics, found.problems]);
    if (last?.seen === seen && sameReadings(before, files)) return last.result;
    const result = judged(found, files, { ...options, ...(previous && { previous }) });
    last = { seen, result };
    if (result.type === "edition") previous = result.edition;
    return result;
  }

  return {
    dir,
    load(): Promise<LoadResult> {
      const next = running.then(load, load);
      running = next;
      return next;
    },
    forget(name): void {
      forgotten.add(name);
    },
  };
}

/** Reads a content folder once. */
export function loadContent(dir: string, options: LoadOptions): Promise<LoadResult> {
  return createLoader(dir, options).load();
}

function isEmpty({ files, topics, problems }: Scan): boolean {
  return files.length + topics.length + problems.length === 0;
}

function folderProblem(text: string): LoadResult {
  return { type: "problems", problems: [{ file: ".", field: "", text }] };
}

/** The files as they are now; of those that are the same, the same readings. */
async function refreshed(
  before: ReadonlyMap<string, CachedFile>,
  found: readonly FoundFile[],
  forgotten: Set<string>,
): Promise<ReadonlyMap<string, CachedFile>> {
  const changed = found.filter(({ name, stamp }) => {
    const old = before.get(name);
    // What could not be read may have been the machine's fault: out of descriptors, say.
    return old?.text === undefined || old.found.stamp !== stamp || forgotten.has(name);
  });
  const fresh = await readFiles(changed, forgotten);
  const now = new Map<string, CachedFile>();
  for (const file of found) {
    const old = before.get(file.name);
    const current = fresh.has(file.name) ? fresh.get(file.name) : old;
    // A file that was found and is gone now is as good as not found.
    if (current === undefined) continue;
    const kept = old !== undefined && isSame(old, current) ? old : frozen(current);
    now.set(file.name, { ...kept, found: file });
  }
  // Of what is not there; it is read in any case when it comes.
  for (const name of forgotten) if (!now.has(name)) forgotten.delete(name);
  return now;
}

function isSame(old: FileRead, current: FileRead): boolean {
  if (current.text !== undefined) return current.text === old.text;
  return old.text === undefined && isDeepStrictEqual(current.reading, old.reading);
}

function sameReadings(
  before: ReadonlyMap<string, CachedFile>,
  now: ReadonlyMap<string, CachedFile>,
): boolean {
  return (
    before.size === now.size &&
    [...now].every(([name, { reading }]) => before.get(name)?.reading === reading)
  );
}

function judged(
  found: Scan,
  files: ReadonlyMap<string, CachedFile>,
  standards: Standards,
): LoadResult {
  const content = contentOf(found, files);
  const complaints = [
    ...[...files].flatMap(([file, { reading }]) =>
      reading.complaints.map((complaint) => ({ ...complaint, file })),
    ),
    ...complaintsBetween(content, standards),
  ];
  const problems = [...found.problems, ...located(complaints, files)];
  return problems.length > 0
    ? { type: "problems", problems: problems.toSorted(inReadingOrder) }
    : { type: "edition", edition: toEdition(content) };
}

function contentOf(found: Scan, files: ReadonlyMap<string, CachedFile>): Content {
  let sources: SourcesReading | undefined;
  const topics = new Map<string, TopicReading | undefined>(
    found.topics.map((folder) => [folder, undefined]),
  );
  const stories: StoryOfFile[] = [];
  for (const [file, { reading, found }] of files) {
    if (reading.type === "sources") sources = reading;
    else if (reading.type === "topic") topics.set(found.topic, reading);
    else stories.push({ file, topic: found.topic, reading });
  }
  return { sources, topics, stories };
}

/** Finding a place takes another look at its file: in so many files, and no more. */
const mostLocated = 200;

function located(
  complaints: readonly FileComplaint[],
  files: ReadonlyMap<string, CachedFile>,
): readonly Problem[] {
  const byFile = Map.groupBy(complaints, ({ file }) => file);
  return [...byFile].flatMap(([file, ofFile], index) => {
    const text = index < mostLocated ? files.get(file)?.text : undefined;
    const positionOf = text === undefined ? undefined : locator(text);
    return ofFile.map((complaint) => ({
      file,
      field: fieldName(complaint.path),
      ...positionOf?.(complaint),
      text: complaint.text,
    }));
  });
}
