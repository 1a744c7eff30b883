import type { Kysely } from "kysely";
import { inSnapshot } from "../snapshot.ts";
import type { Database, Tables } from "../tables.ts";
import { inTransaction } from "../transaction.ts";
import { compareTable, type Difference } from "./compare.ts";
import { copyNext, expectMoving } from "./copy.ts";
import { countOn, lastIds } from "./ids.ts";
import { markMoving, markWhole, movingFrom } from "./mark.ts";
import { tables, type Table } from "./plan.ts";
import { countRows } from "./rows.ts";

export interface Move {
  readonly from: Database;
  readonly to: Database;
  /** The address of `from`, without its password: by it the same move is known again. */
  readonly name: string;
  /** Told of each page that is copied: the rows of the table that are there, and all of them. */
  readonly onCopied?: (table: Table, rows: number, of: number) => void;
  /** Awaited after every page; where it throws, the move is broken off. */
  readonly onPage?: () => Promise<void>;
  /** Asked at the very end, with `from` as it was read; where it throws, the copy is left as one that is being moved. */
  readonly confirm?: (view: Kysely<Tables>) => Promise<void>;
}

export type Moved =
  /** In `changed` of the rows is a value that `to` cannot keep as it is. */
  | { readonly type: "moved"; readonly rows: number; readonly changed: number }
  /** There is something in it: of the move from another store, or of no move at all. */
  | { readonly type: "taken"; readonly from: string | undefined }
  | { readonly type: "different"; readonly differences: readonly Difference[] };

/**
 * Copies a store into an empty one, or goes on where that was broken off; compares all of it, value
 * by value, and lets bots use it once it is the same. `from` is read as it is at one moment.
 */
export async function moveStore(move: Move): Promise<Moved> {
  const { from, to, name } = move;
  const begun = await begin(to, name);
  if (begun.type === "taken") return begun;
  return inSnapshot(from, async (view) => {
    for (const table of tables) await copyTable(view, move, table);
    const compared = await compare(view, move);
    if (compared.type === "different") return compared;
    const ids = await lastIds(view);
    await move.confirm?.(view);
    await inTransaction(to, async (trx) => {
      await expectMoving(trx);
      await countOn(trx, ids);
      await markWhole(trx);
    });
    return compared;
  });
}

function begin(
  to: Database,
  name: string,
): Promise<{ readonly type: "begun" } | (Moved & { readonly type: "taken" })> {
  return inTransaction(to, async (trx) => {
    const from = await movingFrom(trx);
    if (from === name) return { type: "begun" };
    if (from !== undefined || !(await isEmpty(trx))) return { type: "taken", from };
    await markMoving(trx, name);
    return { type: "begun" };
  });
}

async function isEmpty(db: Kysely<Tables>): Promise<boolean> {
  for (const table of tables) if ((await countRows(db, table)) > 0) return false;
  return true;
}

async function copyTable(
  view: Kysely<Tables>,
  { to, onCopied, onPage }: Move,
  table: Table,
): Promise<void> {
  const all = await countRows(view, table);
  let there = await countRows(to, table);
  for (;;) {
    const more = await copyNext(view, to, table);
    if (more === 0) return;
    there += more;
    onCopied?.(table, there, all);
    await onPage?.();
  }
}

async function compare(view: Kysely<Tables>, { to, onPage }: Move): Promise<Moved> {
  const differences: Difference[] = [];
  let [rows, changed] = [0, 0];
  for (const table of tables) {
    const compared = await compareTable({ from: view, to, table, onPage });
    rows += compared.rows;
    changed += compared.changed;
    differences.push(...compared.differences);
  }
  return differences.length > 0
    ? { type: "different", differences }
    : { type: "moved", rows, changed };
}
