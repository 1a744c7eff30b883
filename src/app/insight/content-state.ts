import type { ContentFacts } from "../../commands/request.ts";
import type { Problem } from "../../content/problem.ts";
import type { Edition } from "../../domain/edition.ts";
import { ageOf } from "./age.ts";

/** The edition that is told and what the gate says of the folder, for those who run the bot. */
export interface ContentState {
  /** Another edition is told from now on. */
  readonly taken: () => void;
  /** All that the gate says now. */
  readonly found: (problems: readonly Problem[]) => void;
  readonly problems: (level: Problem["level"]) => number;
  readonly stories: () => number;
  /** Seconds since the edition is told by this process. */
  readonly age: () => number;
  readonly facts: () => ContentFacts;
}

export function watchEdition(current: () => Edition, now: () => Date): ContentState {
  let problems: readonly Problem[] = [];
  let since = now();
  const count = (level: Problem["level"]): number =>
    problems.filter((problem) => problem.level === level).length;
  const age = (): number => ageOf(since, now());
  return {
    taken() {
      since = now();
    },
    found(all) {
      problems = all;
    },
    problems: count,
    stories: () => current().stories.size,
    age,
    facts: () => ({ age: age(), errors: count("error"), warnings: count("warning") }),
  };
}
