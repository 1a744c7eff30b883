import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../content/folder.ts";
import type { Story } from "../domain/story.ts";
import { entryOf } from "./dialogue/entry.ts";
import { storyFileName } from "./story-file/name.ts";
import { placeStory } from "./story-file/place.ts";
import { storyFile } from "./story-file/story-file.ts";

/** Where a story's file is, or why it is not there. */
export type Published =
  | { readonly type: "published"; readonly file: string }
  | { readonly type: "failed"; readonly reason: string };

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
      if (placed.type !== "taken") return { type: "failed", reason: placed.type };
      const path = join(contentDir, story.topic, name);
      if ((await readFile(path, "utf8")) === text) {
        return { type: "published", file: `${story.topic}/${name}` };
      }
    }
    return { type: "failed", reason: "EEXIST" };
  } catch (error) {
    return { type: "failed", reason: errorCode(error) };
  }
}
