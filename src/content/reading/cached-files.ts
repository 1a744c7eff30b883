import { isDeepStrictEqual } from "node:util";
import { setImmediate as nextTurn } from "node:timers/promises";
import { frozen } from "./frozen.ts";
import { storyComplaints } from "../gate/story.ts";
import type { Complaint } from "../problem.ts";
import { readFiles, type FileRead } from "./read-files.ts";
import type { FoundFile } from "./scan.ts";

/** A file as it was last read. */
export interface CachedFile extends FileRead {
  readonly found: FoundFile;
  /** Where its story does not agree with itself; undefined where the gate has not looked yet. */
  readonly doubts?: readonly Complaint[];
}

/** By name. */
export type CachedFiles = ReadonlyMap<string, CachedFile>;

/** The files as they are now; of those that are the same, the same readings. */
export async function refreshed(
  before: CachedFiles,
  found: readonly FoundFile[],
  forgotten: Set<string>,
): Promise<CachedFiles> {
  const changed = found.filter(({ name, stamp }) => {
    const old = before.get(name);
    // What could not be read may have been the machine's fault: out of descriptors, say.
    return old?.text === undefined || old.found.stamp !== stamp || forgotten.has(name);
  });
  const fresh = await readFiles(changed, forgotten);
  const now = new Map<string, CachedFile>();
  for (const file of found) {
    const old = before.get(file.name);
    const current = fresh.has(file.name) ? fresh.get(file.name) : old;
    // A file that was found and is gone now is as good as not found.
    if (current === undefined) continue;
    const kept = old !== undefined && isSame(old, current) ? old : frozen(current);
    now.set(file.name, { ...kept, found: file });
  }
  // Of what is not there; it is read in any case when it comes.
  for (const name of forgotten) if (!now.has(name)) forgotten.delete(name);
  return now;
}

function isSame(old: FileRead, current: FileRead): boolean {
  if (current.text !== undefined) return current.text === old.text;
  return old.text === undefined && isDeepStrictEqual(current.reading, old.reading);
}

export function hasSameReadings(before: CachedFiles, now: CachedFiles): boolean {
  return (
    before.size === now.size &&
    [...now].every(([name, { reading }]) => before.get(name)?.reading === reading)
  );
}

/** The same files, each of which the gate has seen. */
export async function withDoubts(files: CachedFiles): Promise<CachedFiles> {
  const judged = new Map<string, CachedFile>();
  for (const [name, file] of files) {
    if (file.doubts !== undefined) judged.set(name, file);
    else {
      judged.set(name, { ...file, doubts: doubtsAbout(file) });
      // Thousands of files must not hold up whatever else the process does.
      await nextTurn();
    }
  }
  return judged;
}

function doubtsAbout({ reading }: CachedFile): readonly Complaint[] {
  const isStory = reading.type === "story" && reading.story !== undefined;
  return isStory ? storyComplaints(reading.story) : [];
}
