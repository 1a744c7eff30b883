import { setImmediate as nextTurn } from "node:timers/promises";
import { readingOf, readText, unreadable, type FileToRead } from "./read-file.ts";
import type { Reading } from "./reading.ts";

export interface FileRead {
  /** Undefined where the file is not text, or cannot be read. */
  readonly text: string | undefined;
  readonly reading: Reading;
}

/** The files read, in their order; undefined for one that is gone. */
export async function readFiles(
  files: readonly FileToRead[],
): Promise<readonly (FileRead | undefined)[]> {
  const read: (FileRead | undefined)[] = [];
  for (const file of files) {
    read.push(readFile(file));
    // Thousands of files must not hold up whatever else the process does.
    await nextTurn();
  }
  return read;
}

function readFile(file: FileToRead): FileRead | undefined {
  const found = readText(file.path);
  if (found === undefined) return undefined;
  const { text, complaints } = found;
  const reading = text === undefined ? unreadable(file.role, complaints) : readingOf(file, text);
  return { text, reading };
}
