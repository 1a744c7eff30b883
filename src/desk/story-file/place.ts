import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { errorCode } from "../../content/folder.ts";
import { writeNewFile } from "./new-file.ts";

/** Where a story's file is now, or why it is not written. */
export type Placed =
  /** `file` is relative to the content folder, with `/`. */
  | { readonly type: "placed"; readonly file: string }
  /** There is a file of that name, which stays as it is. */
  | { readonly type: "taken" }
  /** There is no content folder. */
  | { readonly type: "no_content" }
  /** The content folder has no such topic. */
  | { readonly type: "no_topic" }
  /** The name is none of a story file, or a link leads out of the content folder. */
  | { readonly type: "outside" };

/**
 * Puts a story file into a topic's folder of the content as `writeNewFile` does, and never outside
 * the content folder, wherever links lead.
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
  const root = await realPlace(contentDir);
  if (root === undefined) return { type: "no_content" };
  const folder = await topicFolder(join(root, topic));
  if (folder === undefined) return { type: "no_topic" };
  if (!folder.startsWith(root.endsWith(sep) ? root : root + sep)) return { type: "outside" };
  switch (await writeNewFile(folder, fileName, text)) {
    case "written":
      return { type: "placed", file: `${topic}/${fileName}` };
    case "taken":
      return { type: "taken" };
    case "moved":
      return { type: "outside" };
  }
}

function isStoryPlace(topic: string, fileName: string): boolean {
  return (
    /^[a-z][a-z0-9_]{0,31}$/.test(topic) &&
    /^[a-z0-9][a-z0-9-]{0,120}\.yaml$/.test(fileName) &&
    fileName !== "topic.yaml"
  );
}

/** Undefined where its file is missing: then it is no topic's. */
async function topicFolder(path: string): Promise<string | undefined> {
  const about = await realPlace(join(path, "topic.yaml"));
  return about === undefined ? undefined : realPlace(path);
}

async function realPlace(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return undefined;
    throw error;
  }
}
