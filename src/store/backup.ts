import { existsSync } from "node:fs";
import { sql } from "kysely";
import { openToMoveInto, openToRead, shownAddress, StoreError } from "./database.ts";
import { moveStore } from "./move/move.ts";
import { postgresReason } from "./postgres/open.ts";
import { copyFile, makeCopy } from "./sqlite/backup.ts";
import { sqliteReason } from "./sqlite/open.ts";

/**
 * Copies a store as it is at one moment into a new file, while a bot may use it. The copy is a store
 * by itself.
 * @throws StoreError where there is no store, or the copy cannot be made
 */
export async function backUp(url: string, to: string): Promise<void> {
  const isFile = url.startsWith("file:");
  const path = url.slice("file:".length);
  if (isFile && !existsSync(path)) {
    throw new StoreError(`DATABASE_URL: ${url}: there is no such file`);
  }
  try {
    await makeCopy(to, async (part) => {
      if (isFile) copyFile(path, part);
      else await copyServer(url, part);
    });
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    const reason = isFile ? sqliteReason(error) : postgresReason(error);
    throw new StoreError(`${to}: ${isThere ? "there is a file of that name" : reason}`);
  }
}

/** Every row is copied, and compared with what it was. */
async function copyServer(url: string, to: string): Promise<void> {
  const name = shownAddress(url);
  await using from = await openToRead(url);
  if (from === undefined) throw new StoreError(`DATABASE_URL: ${name}: there is no store`);
  await using copy = await openToMoveInto(`file:${to}`, to);
  const { type } = await moveStore({ from, to: copy, name });
  if (type !== "moved") throw new StoreError(`${to}: the copy is not what was copied`);
  // All of it in the one file, with no log beside it.
  await sql`pragma journal_mode = delete`.execute(copy);
}
