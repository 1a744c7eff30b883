import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../content/folder.ts";
import type { Story } from "../domain/story.ts";
import { entryOf } from "./dialogue/entry.ts";
import { storyFileName } from "./story-file/name.ts";
import { placeStory, type Placed } from "./story-file/place.ts";
import { storyFile } from "./story-file/story-file.ts";

/** Where a story's file is, or why it is not there. */
export type Published =
  | { readonly type: "published"; readonly file: string }
  /**
   * `taken`: so is every name that it could have. `unled`: no process of the bot that writes into
   * the content folder has taken it up.
   */
  | { readonly type: Exclude<Placed["type"], "placed"> | "denied" | "full" | "unled" }
  /** The system's short name of what went wrong. */
  | { readonly type: "failed"; readonly code: string };

/** Stories of one day with one headline. */
const mostNames = 50;

/**
 * Writes a story into the content folder. What was written before, and not known to be because the
 * process ended, is found again rather than written twice.
 */
export async function publishStory(contentDir: string, story: Story): Promise<Published> {
  const text = storyFile(entryOf(story));
  try {
    for (let again = 1; again <= mostNames; again += 1) {
      const name = storyFileName(story.date.from, story.headline.en, again);
      const placed = await placeStory(contentDir, story.topic, name, text);
      if (placed.type === "placed") return { type: "published", file: placed.file };
      if (placed.type !== "taken") return placed;
      if (await holds(join(contentDir, story.topic, name), text)) {
        return { type: "published", file: `${story.topic}/${name}` };
      }
    }
    return { type: "taken" };
  } catch (error) {
    return failureOf(error);
  }
}

/** A link that leads nowhere, or a folder, has the name and holds nothing. */
async function holds(path: string, text: string): Promise<boolean> {
  try {
    return (await readFile(path, "utf8")) === text;
  } catch (error) {
    if (["ENOENT", "EISDIR", "ELOOP", "EACCES"].includes(errorCode(error))) return false;
    throw error;
  }
}

function failureOf(error: unknown): Published {
  if (!(error instanceof Error) || !("code" in error)) throw error;
  const code = errorCode(error);
  if (["EACCES", "EPERM", "EROFS"].includes(code)) return { type: "denied" };
  return ["ENOSPC", "EDQUOT"].includes(code) ? { type: "full" } : { type: "failed", code };
}
