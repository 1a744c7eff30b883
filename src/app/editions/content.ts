import type { Loader, LoadResult } from "../../content/load.ts";
import type { ContentTrouble } from "../../commands/editors/content-trouble.ts";
import { describeProblem, type Problem } from "../../content/problem.ts";
import { watchContent } from "../../content/watch.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Log } from "../../log.ts";

/** The content cannot become an edition; a line a problem. */
export class ContentError extends Error {}

/** Stories whose texts are read within a second or two. */
const mostJudgedFirst = 1000;

/**
 * The edition to begin with. Of more stories than that, what the gate says is told after the start,
 * by `followContent`.
 * @throws ContentError with every problem of every file, a line each.
 */
export async function loadFirst(loader: Loader): Promise<LoadedEdition> {
  const quick = await loader.loadUnjudged();
  const isSmall = quick.type === "edition" && quick.edition.stories.size <= mostJudgedFirst;
  const loaded = isSmall ? await loader.load() : quick;
  if (loaded.type === "edition") return loaded;
  throw new ContentError(loaded.problems.map(describeProblem).join("\n"));
}

export type LoadedEdition = Extract<LoadResult, { readonly type: "edition" }>;

interface ContentFollower {
  readonly known: LoadedEdition;
  readonly log: Log;
  readonly onEdition: (edition: Edition) => void;
  readonly onWarnings: (warnings: Warnings) => void;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

interface Warnings {
  readonly all: readonly Problem[];
  /** Those that were not there before the save. */
  readonly fresh: readonly Problem[];
}

/** Watches the folder from an edition that is known already, and logs what it finds. */
export async function followContent(
  loader: Loader,
  { known, log, onEdition, onWarnings, onProblems }: ContentFollower,
): Promise<{ close(): Promise<void> }> {
  const watching = new AbortController();
  let told: readonly Problem[] = [];

  /** Logs what was not there before, and returns it. */
  function fresh(problems: readonly Problem[]): readonly Problem[] {
    const before = new Set(told.map(describeUnplaced));
    const others = problems.filter((problem) => !before.has(describeUnplaced(problem)));
    for (const problem of others.map(describeProblem)) {
      log.warn({ problem }, "the content has a problem");
    }
    told = problems;
    return others;
  }

  // Editors were told of them when they came.
  fresh(known.warnings);
  onWarnings({ all: known.warnings, fresh: [] });
  const watch = await watchContent(loader, {
    known,
    signal: watching.signal,
    onEdition(edition) {
      log.info({ stories: edition.stories.size }, "a new edition");
      onEdition(edition);
    },
    onWarnings: (warnings) => onWarnings({ all: warnings, fresh: fresh(warnings) }),
    onProblems(problems) {
      fresh(problems);
      onProblems(problems);
    },
    onFailure: (error) => log.error({ error: String(error) }, "the content cannot be watched"),
  });
  log.info({ dir: loader.dir }, "the content is watched");
  return {
    close() {
      watching.abort();
      return watch.closed;
    },
  };
}

/** What editors are told: what keeps the edition comes first. */
export function troubleOf(problems: readonly Problem[]): ContentTrouble {
  const [errors, warnings] = [true, false].map((isError) =>
    problems.filter(({ level }) => (level === "error") === isError).map(describeProblem),
  );
  return { isHeld: (errors ?? []).length > 0, lines: [...(errors ?? []), ...(warnings ?? [])] };
}

/** A line that moved because of another change does not make a problem a new one. */
function describeUnplaced({ level, file, field, text }: Problem): string {
  return describeProblem({ level, file, field, text });
}
