import type { Edition } from "../domain/edition.ts";
import type { LoadResult } from "./load.ts";
import type { Problem } from "./problem.ts";

export interface Listener {
  onEdition(edition: Edition): void;
  /** With what the edition passed; told when that is not what was told last. */
  onWarnings(warnings: readonly Problem[]): void;
  /** The edition before stays. Not called again while the problems stay the same. */
  onProblems(problems: readonly Problem[]): void;
  /** Watching or reading itself failed; it goes on as well as it can. */
  onFailure(error: unknown): void;
}

/** Tells a listener what is new in a result: nothing is told twice in a row. */
export function createAnnouncer(
  listener: Listener,
  known?: LoadResult,
): (result: LoadResult) => void {
  let told = known === undefined ? undefined : tellingOf(known);
  return (result) => {
    const before = told;
    told = tellingOf(result);
    if (result.type === "edition") {
      if (before?.edition !== result.edition) listener.onEdition(result.edition);
      if (before?.problems !== told.problems) listener.onWarnings(result.warnings);
    } else if (before?.problems !== told.problems) listener.onProblems(result.problems);
  };
}

interface Telling {
  readonly edition: Edition | undefined;
  /** Another text where there are others. */
  readonly problems: string;
}

/** A line that moved because of another change does not make a problem a new one. */
function tellingOf(result: LoadResult): Telling {
  const edition = result.type === "edition" ? result.edition : undefined;
  const problems = result.type === "edition" ? result.warnings : result.problems;
  const lines = problems.map(({ level, file, field, text }) => [level, file, field, text]);
  return { edition, problems: JSON.stringify([result.type, lines]) };
}
