import { once } from "node:events";
import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { readingOf, readText, unreadable, type FileToRead } from "./read-file.ts";
import type { Reading } from "./reading.ts";

export interface FileRead {
  /** Undefined where the file is not text, or cannot be read. */
  readonly text: string | undefined;
  readonly reading: Reading;
}

/** The files read, in their order; undefined for one that is gone. */
export type FilesRead = readonly (FileRead | undefined)[];

/** Below this, starting threads takes longer than reading. */
const worthThreads = 200;
const batchSize = 50;
const mostThreads = 4;

/**
 * Reads files; many of them in threads, since parsing YAML takes about a millisecond for each and
 * would otherwise hold up the process for seconds.
 */
export async function readFiles(files: readonly FileToRead[]): Promise<FilesRead> {
  return files.length < worthThreads ? readHere(files) : readInThreads(files);
}

async function readHere(files: readonly FileToRead[]): Promise<FilesRead> {
  const read: (FileRead | undefined)[] = [];
  for (const file of files) {
    read.push(readFile(file));
    await nextTurn();
  }
  return read;
}

export function readFile(file: FileToRead): FileRead | undefined {
  const found = readText(file.path);
  if (found === undefined) return undefined;
  const { text, complaints } = found;
  const reading = text === undefined ? unreadable(file.role, complaints) : readingOf(file, text);
  return { text, reading };
}

async function readInThreads(files: readonly FileToRead[]): Promise<FilesRead> {
  const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) =>
    files.slice(index * batchSize, (index + 1) * batchSize),
  );
  const read: FilesRead[] = [];
  const open = batches.entries();
  const threads = Math.min(availableParallelism(), mostThreads);
  await Promise.all(Array.from({ length: threads }, () => work(open, read)));
  return read.flat();
}

/** One thread, which takes batches until none is left. */
async function work(
  batches: Iterable<[number, readonly FileToRead[]]>,
  read: FilesRead[],
): Promise<void> {
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url));
  try {
    for (const [index, batch] of batches) read[index] = await answerOf(worker, batch);
  } finally {
    await worker.terminate();
  }
}

async function answerOf(worker: Worker, batch: readonly FileToRead[]): Promise<FilesRead> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  worker.postMessage(batch);
  // Rejects if the thread fails meanwhile.
  const [read]: readonly FilesRead[] = await once(worker, "message");
  return read ?? [];
}
