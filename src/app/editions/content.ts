import type { Loader, LoadResult } from "../../content/load.ts";
import type { ContentTrouble } from "../../commands/editors/content-trouble.ts";
import { describeProblem, type Problem } from "../../content/problem.ts";
import { watchContent } from "../../content/watch.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Log } from "../../log.ts";
import { readToldEdition } from "../../store/revisions/told.ts";
import type { Database } from "../../store/tables.ts";
import type { First } from "./editions.ts";

/** The content cannot become an edition; a line a problem. */
export class ContentError extends Error {}

/** Stories whose texts are read within a second or two. */
const mostJudgedFirst = 1000;

/**
 * What the folder holds at the start. Of more stories than that, what the gate says is told after
 * it, by `followContent`.
 */
export async function loadFirst(loader: Loader): Promise<LoadResult> {
  const quick = await loader.loadUnjudged();
  const isSmall = quick.type === "edition" && quick.edition.stories.size <= mostJudgedFirst;
  return isSmall ? loader.load() : quick;
}

/**
 * The edition to begin with: that of the folder, or while that has errors, the one that was told
 * last. A process that ends while a file is half-written must be able to come back.
 * @throws ContentError with every problem of every file, a line each, where none was told before.
 */
export async function firstEdition(loaded: LoadResult, db: Database): Promise<First> {
  if (loaded.type === "edition") return { from: "folder", edition: loaded.edition };
  const told = await readToldEdition(db, undefined);
  if (told !== undefined) return { from: "store", edition: told.edition };
  throw new ContentError(loaded.problems.map(describeProblem).join("\n"));
}

interface ContentFollower {
  readonly known: LoadResult;
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

  if (known.type === "edition") {
    // Editors were told of them when they came.
    fresh(known.warnings);
    onWarnings({ all: known.warnings, fresh: [] });
  } else {
    fresh(known.problems);
    onProblems(known.problems);
  }
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
