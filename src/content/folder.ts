import { readdirSync, realpathSync, statSync, type Dirent } from "node:fs";
import { join, sep } from "node:path";

/** Something in a folder that may matter; whatever cannot is left out of the list. */
export type Entry =
  | { readonly type: "folder"; readonly name: string }
  | { readonly type: "file"; readonly name: string; readonly size: number; readonly stamp: string }
  | { readonly type: "refused"; readonly name: string; readonly text: string };

export function isYaml(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/**
 * The folders and YAML files in a folder, in the order of their names. Links count as what they
 * lead to, as long as that is inside `root` (a real path). Names that begin with a dot are the
 * business of other programs, and an editor's temporary files do not end like YAML.
 *
 * @throws the system's error where the folder cannot be listed
 */
export function listFolder(root: string, folder: string): readonly Entry[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((dirent) => entryOf(root, folder, dirent) ?? []);
}

function entryOf(root: string, folder: string, dirent: Dirent): Entry | undefined {
  const { name } = dirent;
  if (dirent.isDirectory()) return { type: "folder", name };
  const isLink = dirent.isSymbolicLink();
  if (!isYaml(name) && !isLink) return undefined;
  try {
    return followed(root, join(root, folder, name), { name, isLink });
  } catch (error) {
    const code = errorCode(error);
    // Gone since the folder was listed: as if it had not been listed.
    if (code === "ENOENT" && !isLink) return undefined;
    if (!isYaml(name)) return undefined;
    const text = isLink ? "a link that leads nowhere" : `cannot be read (${code})`;
    return { type: "refused", name, text: `${text}: expected a file` };
  }
}

function followed(
  root: string,
  path: string,
  { name, isLink }: { readonly name: string; readonly isLink: boolean },
): Entry | undefined {
  const stats = statSync(path, { bigint: true });
  const matters = stats.isDirectory() || isYaml(name);
  if (isLink && matters && !isInside(root, realpathSync(path))) {
    return {
      type: "refused",
      name,
      text: "a link that leads outside: expected a link to a place inside the content folder",
    };
  }
  if (stats.isDirectory()) return { type: "folder", name };
  if (!isYaml(name)) return undefined;
  if (!stats.isFile()) return { type: "refused", name, text: "not a file: expected a file" };
  const stamp = [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(":");
  return { type: "file", name, size: Number(stats.size), stamp };
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** The system's short name of a failure: `ENOENT`, `EACCES`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}
