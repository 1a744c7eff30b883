import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { errorCode, listFolder, type Entry } from "../folder.ts";
import type { Problem } from "../problem.ts";

/** One YAML file where one is expected. */
export interface FoundFile {
  /** Relative to the content folder, with `/`. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly role: "sources" | "newsroom" | "topic" | "story";
  /** The folder that it is in; empty for files at the top. */
  readonly topic: string;
  /** Changes when the file does. */
  readonly stamp: string;
}

export interface Scan {
  /** In the order of their names, `sources.yaml` among them. */
  readonly files: readonly FoundFile[];
  /** The names of all folders that hold YAML. */
  readonly topics: readonly string[];
  readonly problems: readonly Problem[];
}

const mostBytes = 1_000_000;

/** Which files there are, without a look inside; undefined where there is no folder. */
export async function scan(dir: string): Promise<Scan | undefined> {
  const root = rootOf(dir);
  if (root === undefined) return undefined;
  const parts = [topLevel(root)];
  for (const folder of parts[0]?.folders ?? []) {
    parts.push(topicFolder(root, folder));
    // A large folder must not hold up whatever else the process does.
    await nextTurn();
  }
  return {
    files: parts.flatMap(({ files }) => files),
    topics: parts.flatMap(({ topics }) => topics),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

function rootOf(dir: string): string | undefined {
  try {
    const root = realpathSync(dir);
    readdirSync(root);
    return root;
  } catch {
    return undefined;
  }
}

interface Part extends Scan {
  readonly folders: readonly string[];
}

const nothing: Part = { files: [], topics: [], problems: [], folders: [] };

const topFiles: ReadonlySet<string> = new Set(["sources.yaml", "newsroom.yaml"]);

function topLevel(root: string): Part {
  return combined(entriesOf(root, ""), (entry) => {
    if (entry.type === "folder") return { ...nothing, folders: [entry.name] };
    if (entry.type === "file" && !topFiles.has(entry.name)) {
      return misplaced(
        entry.name,
        "expected sources.yaml or newsroom.yaml here, and any other YAML in a topic's folder",
      );
    }
    return fileOr(root, "", entry);
  });
}

function topicFolder(root: string, folder: string): Part {
  const entries = entriesOf(root, folder);
  const part = combined(entries, (entry) => {
    if (entry.type === "folder") return tooDeep(root, `${folder}/${entry.name}`);
    if (entry.type === "file" && !entry.name.endsWith(".yaml")) {
      return misplaced(`${folder}/${entry.name}`, "expected a name that ends with .yaml");
    }
    return fileOr(root, folder, entry);
  });
  const holdsYaml = part.files.length > 0 || part.problems.length > 0;
  return holdsYaml ? { ...part, topics: [folder] } : part;
}

/** YAML below a topic's folder belongs to nobody; other files are none of our business. */
function tooDeep(root: string, folder: string): Part {
  return combined(entriesOf(root, folder), (entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.type === "file") {
      return misplaced(name, "too deep: expected stories directly in a topic's folder");
    }
    // A link from a folder to one above it would otherwise have no end.
    if (entry.type === "folder" && name.split("/").length < deepest) return tooDeep(root, name);
    return entry.type === "refused" ? misplaced(name, entry.text) : nothing;
  });
}

const deepest = 8;

function entriesOf(root: string, folder: string): readonly Entry[] {
  try {
    return listFolder(root, folder);
  } catch (error) {
    const text = `cannot be listed (${errorCode(error)}): expected a folder`;
    return errorCode(error) === "ENOENT" ? [] : [{ type: "refused", name: "topic.yaml", text }];
  }
}

function fileOr(root: string, folder: string, entry: Exclude<Entry, { type: "folder" }>): Part {
  const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.type === "refused") return misplaced(name, entry.text);
  if (entry.size > mostBytes) {
    return misplaced(name, `${entry.size} bytes: expected at most ${mostBytes}`);
  }
  const file: FoundFile = {
    name,
    path: join(root, name),
    role: roleOf(name),
    topic: folder,
    stamp: entry.stamp,
  };
  return { ...nothing, files: [file] };
}

function roleOf(name: string): FoundFile["role"] {
  if (name === "sources.yaml") return "sources";
  if (name === "newsroom.yaml") return "newsroom";
  return name.endsWith("/topic.yaml") ? "topic" : "story";
}

function misplaced(file: string, text: string): Part {
  return { ...nothing, problems: [{ level: "error", file, field: "", text }] };
}

function combined<Item>(items: readonly Item[], judge: (item: Item) => Part): Part {
  const parts = items.map(judge);
  return {
    files: parts.flatMap(({ files }) => files),
    topics: parts.flatMap(({ topics }) => topics),
    problems: parts.flatMap(({ problems }) => problems),
    folders: parts.flatMap(({ folders }) => folders),
  };
}
