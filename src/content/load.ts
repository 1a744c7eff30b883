import { statSync } from "node:fs";
import type { Edition } from "../domain/edition.ts";
import {
  hasSameReadings,
  refreshed,
  withDoubts,
  type CachedFile,
  type CachedFiles,
} from "./reading/cached-files.ts";
import type { Content, FileComplaint, StoryOfFile } from "./check/content.ts";
import { complaintsAmong } from "./gate/between.ts";
import { given } from "./reading/given.ts";
import { complaintsBetween, toEdition, type Standards } from "./judge.ts";
import { fieldName, inReadingOrder, type Problem } from "./problem.ts";
import type { NewsroomReading, SourcesReading, TopicReading } from "./reading/reading.ts";
import { scan, type Scan } from "./reading/scan.ts";
import { locator } from "./reading/yaml.ts";

/** An edition, or every problem of every file because one is an error; in reading order. */
export type LoadResult =
  | {
      readonly type: "edition";
      readonly edition: Edition;
      readonly warnings: readonly Problem[];
    }
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
  /**
   * The same without the gate, which reads every text: fast, and only what is wrong in the files and
   * between their ids. The next `load` makes up for it.
   */
  loadUnjudged(): Promise<LoadResult>;
  /** When the file of a story was written last; undefined where there is none. */
  writtenAt(story: string): Date | undefined;
  /** Reads a file again even if it looks unchanged; `name` is relative to the folder. */
  forget(name: string): void;
}

interface Last {
  /** Which folders and misplaced files there were. */
  readonly seen: string;
  readonly result: LoadResult;
  readonly isJudged: boolean;
}

export function createLoader(dir: string, options: LoadOptions): Loader {
  let files: CachedFiles = new Map();
  let last: Last | undefined;
  let previous = options.previous;
  let running: Promise<unknown> = Promise.resolve();
  const forgotten = new Set<string>();

  async function load(isJudging: boolean): Promise<LoadResult> {
    const found = await scan(dir);
    if (found === undefined) return folderProblem(`no folder at ${dir}: expected the content`);
    return isEmpty(found)
      ? folderProblem("nothing in it: expected sources.yaml and a folder for each topic")
      : await loadFound(found, isJudging);
  }

  async function loadFound(found: Scan, isJudging: boolean): Promise<LoadResult> {
    const before = files;
    files = await refreshed(before, found.files, forgotten);
    if (isJudging) files = await withDoubts(files);
    const seen = JSON.stringify([found.topics, found.problems]);
    const known = last?.seen === seen && hasSameReadings(before, files) ? last : undefined;
    if (known !== undefined && (known.isJudged || !isJudging)) return known.result;
    const standards = { ...options, ...(previous && { previous }), isJudging };
    const result = judged(found, files, standards, known?.result);
    last = { seen, result, isJudged: isJudging };
    if (result.type === "edition") previous = result.edition;
    return result;
  }

  function inTurn(isJudging: boolean): Promise<LoadResult> {
    const next = running.then(
      () => load(isJudging),
      () => load(isJudging),
    );
    running = next;
    return next;
  }

  return {
    dir,
    load: () => inTurn(true),
    loadUnjudged: () => inTurn(false),
    writtenAt(story) {
      const isItsFile = ({ reading }: CachedFile): boolean =>
        reading.type === "story" && reading.id === story;
      const file = [...files.values()].find(isItsFile);
      return file && statSync(file.found.path, { throwIfNoEntry: false })?.mtime;
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
  return { type: "problems", problems: [{ level: "error", file: ".", field: "", text }] };
}

interface Judging extends Standards {
  /** Whether the stories have to agree with themselves and each other. */
  readonly isJudging: boolean;
}

/** `known` is what the same files gave before, whose edition stays the same object. */
function judged(
  found: Scan,
  files: CachedFiles,
  { isJudging, ...standards }: Judging,
  known: LoadResult | undefined,
): LoadResult {
  const content = contentOf(found, files);
  const complaints = [
    ...[...files].flatMap(([file, { reading, doubts = [] }]) =>
      [...reading.complaints, ...doubts].map((complaint) => ({ ...complaint, file })),
    ),
    ...complaintsBetween(content, standards),
    ...(isJudging ? complaintsAmong(content.stories) : []),
  ];
  const problems = [...found.problems, ...located(complaints, files)].toSorted(inReadingOrder);
  if (problems.some(({ level }) => level === "error")) return { type: "problems", problems };
  const edition = known?.type === "edition" ? known.edition : toEdition(content);
  return { type: "edition", edition, warnings: problems };
}

function contentOf(found: Scan, files: CachedFiles): Content {
  let sources: SourcesReading | undefined;
  let newsroom: NewsroomReading | undefined;
  const topics = new Map<string, TopicReading | undefined>(
    found.topics.map((folder) => [folder, undefined]),
  );
  const stories: StoryOfFile[] = [];
  for (const [file, { reading, found }] of files) {
    if (reading.type === "sources") sources = reading;
    else if (reading.type === "newsroom") newsroom = reading;
    else if (reading.type === "topic") topics.set(found.topic, reading);
    else stories.push({ file, topic: found.topic, reading });
  }
  return { sources, newsroom, topics, stories };
}

/** Finding a place takes another look at its file: in so many files, and no more. */
const mostLocated = 200;

function located(complaints: readonly FileComplaint[], files: CachedFiles): readonly Problem[] {
  const byFile = Map.groupBy(complaints, ({ file }) => file);
  return [...byFile].flatMap(([file, ofFile], index) => {
    const text = index < mostLocated ? files.get(file)?.text : undefined;
    const positionOf = text === undefined ? undefined : locator(text);
    return ofFile.map((complaint) => ({
      level: complaint.level ?? "error",
      file,
      field: fieldName(complaint.path),
      ...positionOf?.(complaint),
      text: complaint.text,
      ...given({ mend: complaint.mend }),
    }));
  });
}
