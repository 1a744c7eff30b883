import { existsSync } from "node:fs";
import { StoreError } from "./database.ts";
import { copyStore } from "./sqlite/backup.ts";
import { sqliteReason } from "./sqlite/open.ts";

/**
 * Copies the store at `file:PATH` into a new file, while a bot may use it. The copy is a store by
 * itself.
 * @throws StoreError where there is no store in a file, or the copy cannot be made
 */
export function backUp(url: string, to: string): void {
  if (!url.startsWith("file:")) {
    throw new StoreError("DATABASE_URL: PostgreSQL has its own backups: see pg_dump");
  }
  const path = url.slice("file:".length);
  if (!existsSync(path)) throw new StoreError(`DATABASE_URL: ${url}: there is no such file`);
  try {
    copyStore(path, to);
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    const reason = isThere ? "there is a file of that name" : sqliteReason(error);
    throw new StoreError(`${to}: ${reason}`);
  }
}
