import { setImmediate as nextTurn } from "node:timers/promises";
import { readingOf, readText, unreadable } from "./read-file.ts";
import type { Reading } from "./reading.ts";
import type { FoundFile } from "./scan.ts";

export interface FileRead {
  /** Undefined where the file is not text, or cannot be read. */
  readonly text: string | undefined;
  readonly reading: Reading;
}

/**
 * The files read, by their names; undefined for one that is gone. Each is taken out of `marks` in
 * the very turn in which it is read, so that a mark of a later change stays.
 */
export async function readFiles(
  files: readonly FoundFile[],
  marks: Set<string>,
): Promise<ReadonlyMap<string, FileRead | undefined>> {
  const read = new Map<string, FileRead | undefined>();
  for (const file of files) {
    read.set(file.name, readFile(file));
    marks.delete(file.name);
    // Thousands of files must not hold up whatever else the process does.
    await nextTurn();
  }
  return read;
}

function readFile(file: FoundFile): FileRead | undefined {
  const found = readText(file.path);
  if (found === undefined) return undefined;
  const { text, complaints } = found;
  const reading = text === undefined ? unreadable(file.role, complaints) : readingOf(file, text);
  return { text, reading };
}
