import { closeSync, fsyncSync, openSync, renameSync, rmSync } from "node:fs";
import SQLite from "better-sqlite3";

/**
 * Copies a store into a new file, as it is at one moment, while a bot goes on writing: it waits for
 * nobody and holds nobody up. The copy is checked before it gets its name; without an error it is
 * whole, with one nothing is left.
 * @throws Error where a file of that name is there, or cannot be made, or the copy is damaged
 */
export function copyStore(path: string, to: string): void {
  claim(to);
  const part = `${to}.part`;
  try {
    rmSync(part, { force: true });
    writeCopy(path, part);
    checkCopy(part);
    flush(part);
    renameSync(part, to);
  } catch (error) {
    for (const file of [part, to]) rmSync(file, { force: true });
    throw error;
  }
}

/** Nobody else's file is written over, even one that is made at this moment. */
function claim(to: string): void {
  closeSync(openSync(to, "wx", 0o600));
}

function writeCopy(path: string, to: string): void {
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
