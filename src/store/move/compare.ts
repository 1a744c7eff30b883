import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { keptBy } from "./copy.ts";
import type { Table } from "./plan.ts";
import {
  countRows,
  keyIn,
  keyText,
  pageAfter,
  pageSize,
  readRows,
  type Key,
  type Row,
} from "./rows.ts";

/** Where two stores differ: a row that only one of them has, or a value. */
export interface Difference {
  readonly table: Table;
  /** Of the row, to be shown. */
  readonly key: string;
  readonly what: "missing" | "not in FROM" | { readonly column: string };
}

export interface Compared {
  readonly from: Kysely<Tables>;
  readonly to: Kysely<Tables>;
  readonly table: Table;
  /** Awaited after every page. */
  readonly onPage?: (() => Promise<void>) | undefined;
}

export interface Comparison {
  /** Rows of FROM. */
  readonly rows: number;
  /** Rows of FROM with values that TO cannot keep as they are. */
  readonly changed: number;
  /** All of them, or a hundred and some: no more are looked for then. */
  readonly differences: readonly Difference[];
}

/** More of them in the place of a page are too many anyhow. */
const limit = 2 * pageSize;

const mostDifferences = 100;

/** Reads one table of both stores, page by page, and compares them value by value. */
export async function compareTable(compared: Compared): Promise<Comparison> {
  const { from, to, table, onPage } = compared;
  const differences: Difference[] = [];
  let [rows, changed] = [0, 0];
  let after: Key | undefined;
  for (;;) {
    const page = await pageAfter(from, table, after);
    const last = page.at(-1);
    const until = last && keyIn(table, last);
    const kept = page.map(keptBy(to));
    differences.push(...differ(table, kept, await readRows(to, table, { after, until, limit })));
    rows += page.length;
    changed += page.filter((row, at) => row !== kept[at]).length;
    if (last === undefined || differences.length >= mostDifferences) break;
    after = until;
    await onPage?.();
  }
  // The copy was read in the same pages: what they leave out would be missed on both sides.
  const all = await countRows(from, table);
  if (differences.length === 0 && rows !== all) {
    throw new RangeError(`${table}: ${rows} of ${all} rows were compared`);
  }
  return { rows, changed, differences };
}

function differ(
  table: Table,
  expected: readonly Row[],
  found: readonly Row[],
): readonly Difference[] {
  const wanted = Map.groupBy(expected, (row) => keyText(table, row));
  const there = Map.groupBy(found, (row) => keyText(table, row));
  const all = new Set([...wanted.keys(), ...there.keys()]);
  return [...all].flatMap((key) =>
    differOfKey(wanted.get(key) ?? [], there.get(key) ?? []).map((what) => ({ table, key, what })),
  );
}

function differOfKey(
  expected: readonly Row[],
  found: readonly Row[],
): readonly Difference["what"][] {
  if (found.length < expected.length) return ["missing"];
  if (found.length > expected.length) return ["not in FROM"];
  return expected.flatMap((row, at) => unequalColumns(row, found[at] ?? {}));
}

function unequalColumns(row: Row, other: Row): readonly Difference["what"][] {
  const columns = new Set([...Object.keys(row), ...Object.keys(other)]);
  return [...columns]
    .filter((column) => row[column] !== other[column])
    .map((column) => ({ column }));
}
