import { postgresReason } from "../store/postgres/open.ts";
import { StoreError } from "../store/database.ts";
import type { Difference } from "../store/move/compare.ts";
import type { Moved } from "../store/move/move.ts";
import { UserError, type Invocation } from "./verb.ts";

/** The addresses, without passwords. */
export interface Ends {
  readonly from: string;
  readonly to: string;
}

/** Says how a move ended, and gives the exit code. */
export function reportMove(
  moved: Moved,
  ends: Ends,
  { print, warn }: Pick<Invocation, "print" | "warn">,
): number {
  switch (moved.type) {
    case "taken":
      throw new UserError(`TO: ${ends.to}: ${takenBy(moved.from)}`);
    case "different":
      for (const difference of moved.differences.slice(0, mostShown)) warn(lineOf(difference));
      warn(`TO: ${ends.to}: ${count(moved.differences)} from FROM: empty it, and begin anew`);
      return 1;
    case "moved":
      print(`${ends.to}: ${moved.rows} rows, each of them compared: the same as in ${ends.from}`);
      if (moved.changed > 0) print(`${moved.changed} rows ${changed}`);
      return 0;
  }
}

const mostShown = 20;

const changed = "have U+FFFD where they had the character U+0000, which PostgreSQL does not keep";

function takenBy(from: string | undefined): string {
  return from === undefined
    ? "there is data in it, and no move under way; a store is moved into an empty database"
    : `${from} is being moved there, and that is not FROM`;
}

function lineOf({ table, key, what }: Difference): string {
  const said = typeof what === "string" ? what : `${what.column} differs`;
  return `${table} ${key}: ${said}`;
}

function count({ length }: readonly Difference[]): string {
  return length === 1 ? "1 difference" : `${length} differences`;
}

/** What a server or a file says is the person's to mend; a mistake of ours is told as it is. */
export function explainMove(error: unknown, { from, to }: Ends): unknown {
  const isKnown = error instanceof StoreError || error instanceof UserError;
  const isOurs = error instanceof TypeError || error instanceof RangeError;
  if (isKnown || isOurs) return error;
  return new UserError(
    `${from} to ${to}: ${postgresReason(error)}; the same again goes on from where it was`,
  );
}
