import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";

/**
 * Makes a store in a new file, which gets its name once it is written and checked: without an error
 * it is whole, with one nothing is left.
 * @throws Error where a file of that name is there, or cannot be made, or the copy is damaged
 */
export async function makeCopy(to: string, write: (part: string) => Promise<void>): Promise<void> {
  claim(to);
  const part = `${to}.part`;
  try {
    rmSync(part, { force: true });
    claim(part);
    await write(part);
    checkCopy(part);
    flush(part);
    renameSync(part, to);
  } catch (error) {
    for (const file of [part, to, `${part}-wal`, `${part}-shm`]) rmSync(file, { force: true });
    throw error;
  }
}

/** Nobody's file is written over, even one that is made at this moment, and nobody else reads it. */
function claim(to: string): void {
  closeSync(openSync(to, "wx", 0o600));
}

/**
 * Copies the store in a file as it is at one moment, while a bot goes on writing: it waits for
 * nobody and holds nobody up.
 */
export function copyFile(path: string, to: string): void {
  const file = new SQLite(path, { fileMustExist: true });
  try {
    file.pragma("busy_timeout = 5000");
    file.prepare("vacuum into ?").run(to);
  } finally {
    file.close();
  }
}

function checkCopy(path: string): void {
  const copy = new SQLite(path, { readonly: true });
  try {
    const found: unknown = copy.pragma("integrity_check", { simple: true });
    if (found !== "ok") throw new Error(`the copy is damaged: ${String(found)}`);
  } finally {
    copy.close();
  }
}

/** SQLite leaves it to the system when a copy reaches the disk. */
function flush(path: string): void {
  const handle = openSync(path, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
