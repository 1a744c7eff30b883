import type { Edition } from "../domain/edition.ts";
import type { LoadResult } from "./load.ts";
import type { Problem } from "./problem.ts";

export interface Listener {
  onEdition(edition: Edition): void;
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
  let told = known === undefined ? undefined : keyOf(known);
  return (result) => {
    const key = keyOf(result);
    if (key === told) return;
    told = key;
    if (result.type === "edition") listener.onEdition(result.edition);
    else listener.onProblems(result.problems);
  };
}

/** A line that moved because of another change does not make a problem a new one. */
function keyOf(result: LoadResult): Edition | string {
  return result.type === "edition"
    ? result.edition
    : JSON.stringify(result.problems.map(({ file, field, text }) => [file, field, text]));
}
