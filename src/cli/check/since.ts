import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createLoader } from "../../content/load.ts";
import { describeProblem } from "../../content/problem.ts";
import type { Edition } from "../../domain/edition.ts";
import { describeChange } from "./told-change.ts";
import { UsageError, type Invocation } from "../verb.ts";

/** By story the figures that are others in the later edition, in lines for a terminal. */
export function changesSince(past: Edition, now: Edition): readonly string[] {
  const lines = [...now.stories.values()].flatMap((story) => {
    const before = past.stories.get(story.id);
    if (before === undefined) return [];
    return describeChange(
      { story: before, sources: past.sources },
      { story, sources: now.sources },
    );
  });
  return lines.length > 0 ? lines : ["no figure changes"];
}

/** A folder in a git repository, as it was at a revision. */
interface Past {
  readonly dir: string;
  /** As `git rev-parse` reads it: `HEAD~2`, `main`, a hash. */
  readonly revision: string;
  readonly env: Invocation["env"];
}

/**
 * The edition that a content folder was at a revision of its git repository. Neither the folder nor
 * the repository's index is touched.
 * @throws UsageError with one line where there is no such repository, revision or edition.
 */
export async function editionAt(past: Past): Promise<Edition> {
  const temporary = await mkdtemp(join(tmpdir(), "mujaz-since-"));
  try {
    const files = await checkOut(past, temporary);
    const loaded = await createLoader(files, { reserved: new Set() }).loadUnjudged();
    if (loaded.type === "edition") return loaded.edition;
    const first = loaded.problems.map(describeProblem)[0] ?? "";
    throw new UsageError(`${past.revision}: its content has problems, the first: ${first}`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Git itself writes the files, by an index of their own, as it would write them anywhere. */
async function checkOut({ dir, revision, env }: Past, temporary: string): Promise<string> {
  const git = gitWith({ ...withoutGit(env), GIT_INDEX_FILE: join(temporary, "index") });
  const at = await git(dir, ["rev-parse", "--show-toplevel", "--show-prefix"], dir);
  const [top = "", folder = ""] = at.split("\n");
  const commit = await git(
    top,
    ["rev-parse", "--verify", "--quiet", `${revision}^{commit}`],
    `${revision}: there is no such revision in ${top}`,
  );
  const files = join(temporary, "content");
  await mkdir(files);
  const tree = `${commit.trim()}:${folder}`;
  await git(top, ["read-tree", tree], `${revision}: it has no folder ${folder}`);
  await git(top, ["checkout-index", "--all", `--prefix=${files}/`], revision);
  return files;
}

/** Where a hook of git runs us, git's own variables speak of another folder or index. */
function withoutGit(env: Past["env"]): Past["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("GIT_")));
}

type Git = (cwd: string, args: readonly string[], complaint: string) => Promise<string>;

const execute = promisify(execFile);

/** Runs git without a shell and returns what it prints; its failure is the person's to mend. */
function gitWith(env: Past["env"]): Git {
  return async (cwd, args, complaint) => {
    try {
      return (await execute("git", [...args], { cwd, env })).stdout;
    } catch (error) {
      throw new UsageError([complaint, ...reasonsOf(error)].join(": "));
    }
  };
}

/** The first line that git said, if it said anything; or that there is no git. */
function reasonsOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  if ("code" in error && error.code === "ENOENT") return ["git cannot be run"];
  const said = "stderr" in error ? String(error.stderr).split("\n")[0] : error.message;
  return said === undefined || said === "" ? [] : [said.replace(/^fatal: /, "")];
}
