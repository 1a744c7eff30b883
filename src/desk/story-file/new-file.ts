import { randomUUID } from "node:crypto";
import { link, open, realpath, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../../content/folder.ts";

/** `taken`: there is a file of that name, which stays. `moved`: the folder leads elsewhere by now. */
export type Written = "written" | "taken" | "moved";

/**
 * Puts a text into a new file of a folder, which is a real path: all of it at once, as a crash and
 * whoever watches the folder see it, on disk when this is fulfilled, and never over another file.
 *
 * @param hardLink the system's
 * @throws the system's error where the folder cannot be written; nothing is left behind then
 */
export async function writeNewFile(
  folder: string,
  fileName: string,
  text: string,
  hardLink: typeof link = link,
): Promise<Written> {
  // The loader and the watcher pass over names that begin with a dot.
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeWhole(temporary, text);
    // A link in the place of the folder since it was looked at: what is there now is elsewhere.
    if ((await realpath(temporary)) !== temporary) return "moved";
    await giveName(temporary, join(folder, fileName), hardLink);
  } catch (error) {
    if (errorCode(error) === "EEXIST") return "taken";
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await syncFolder(folder);
  return "written";
}

/** What `link` says where the file system has no hard links: FAT, and many network folders. */
const withoutLinks = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** @throws EEXIST where there is something of that name */
async function giveName(file: string, name: string, hardLink: typeof link): Promise<void> {
  try {
    await hardLink(file, name);
  } catch (error) {
    if (!withoutLinks.has(errorCode(error))) throw error;
    await takeName(file, name);
  }
}

/** An empty file holds the name for the moment until the whole one takes its place. */
async function takeName(file: string, name: string): Promise<void> {
  await (await open(name, "wx", 0o644)).close();
  try {
    await rename(file, name);
  } catch (error) {
    await unlink(name);
    throw error;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the name outlives a power cut, too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
