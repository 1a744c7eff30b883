import type { Loader, LoadResult } from "../content/load.ts";
import { describeProblem, type Problem } from "../content/problem.ts";
import { watchContent } from "../content/watch.ts";
import type { Edition } from "../domain/edition.ts";
import type { Log } from "../log.ts";

/** The content cannot become an edition; a line a problem. */
export class ContentError extends Error {}

/** @throws ContentError with every problem of every file, a line each. */
export async function loadFirst(loader: Loader): Promise<LoadedEdition> {
  const loaded = await loader.load();
  if (loaded.type === "edition") return loaded;
  throw new ContentError(loaded.problems.map(describeProblem).join("\n"));
}

export type LoadedEdition = Extract<LoadResult, { readonly type: "edition" }>;

interface ContentFollower {
  readonly known: LoadedEdition;
  readonly log: Log;
  readonly onEdition: (edition: Edition) => void;
  readonly onProblems: (problems: readonly Problem[]) => void;
}

/** Watches the folder from an edition that is known already, and logs what it finds. */
export async function followContent(
  loader: Loader,
  { known, log, onEdition, onProblems }: ContentFollower,
): Promise<{ close(): Promise<void> }> {
  const watching = new AbortController();
  const watch = await watchContent(loader, {
    known,
    signal: watching.signal,
    onEdition(edition) {
      log.info({ stories: edition.stories.size }, "a new edition");
      onEdition(edition);
    },
    onProblems(problems) {
      for (const problem of problems.map(describeProblem)) {
        log.warn({ problem }, "the content has a problem");
      }
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
