import { randomUUID } from "node:crypto";
import { link, open, realpath, unlink } from "node:fs/promises";
import { join, sep } from "node:path";
import { errorCode } from "../../content/folder.ts";

/** Where a story's file is now, or why it is not written. */
export type Placed =
  /** `file` is relative to the content folder, with `/`. */
  | { readonly type: "placed"; readonly file: string }
  /** There is a file of that name, which stays as it is. */
  | { readonly type: "taken" }
  /** The content folder has no such topic. */
  | { readonly type: "no_topic" }
  /** The name is none of a story file, or a link leads out of the content folder. */
  | { readonly type: "outside" };

/**
 * Puts a story file into a topic's folder of the content: all of it at once, as the watcher and a
 * crash see it, on disk when this is fulfilled, and never over another file nor outside the content
 * folder, wherever links lead.
 *
 * @throws the system's error where the folder cannot be written; nothing is left behind then
 */
export async function placeStory(
  contentDir: string,
  topic: string,
  fileName: string,
  text: string,
): Promise<Placed> {
  if (!isStoryPlace(topic, fileName)) return { type: "outside" };
  const folder = await realFolder(contentDir, topic);
  if (typeof folder !== "string") return folder;
  // The loader and the watcher pass over names that begin with a dot.
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeNew(temporary, text);
    // A link in the place of the folder since it was looked at: what is there now is elsewhere.
    if ((await realpath(temporary)) !== temporary) return { type: "outside" };
    await link(temporary, join(folder, fileName));
  } catch (error) {
    if (errorCode(error) === "EEXIST") return { type: "taken" };
    throw error;
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await syncFolder(folder);
  return { type: "placed", file: `${topic}/${fileName}` };
}

function isStoryPlace(topic: string, fileName: string): boolean {
  return (
    /^[a-z][a-z0-9_]{0,31}$/.test(topic) &&
    /^[a-z0-9][a-z0-9-]{0,120}\.yaml$/.test(fileName) &&
    fileName !== "topic.yaml"
  );
}

async function realFolder(contentDir: string, topic: string): Promise<string | Placed> {
  try {
    const root = await realpath(contentDir);
    const folder = await realpath(join(root, topic));
    await realpath(join(folder, "topic.yaml"));
    return folder.startsWith(root.endsWith(sep) ? root : root + sep) ? folder : { type: "outside" };
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return { type: "no_topic" };
    throw error;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
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
