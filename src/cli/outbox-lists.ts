import {
  listRows,
  listRuns,
  type ListedRow,
  type RunSummary,
  type Shelf,
} from "../store/outbox/list.ts";
import { isBulkPaused } from "../store/outbox/steering.ts";
import type { Database } from "../store/tables.ts";
import { printTable } from "./table.ts";

type Print = (line: string) => void;

/** The runs that are under way or have something set aside. */
export async function showRuns(db: Database, print: Print): Promise<void> {
  if (await isBulkPaused(db)) print("all digests, alerts and corrections are paused");
  const runs = await listRuns(db);
  if (runs.length === 0) return print("nothing waits, and nothing is set aside");
  printTable(
    ["run", "kind", "made", "expires", "pending", "unknown", "dead", "paused"],
    runs.map((run) => [
      String(run.id),
      run.kind,
      minutes(run.madeAt),
      minutes(run.expiresAt),
      count(run, "pending", "retry", "sending"),
      count(run, "unknown"),
      count(run, "dead"),
      run.paused ? (run.reason ?? "yes") : "",
    ]),
    print,
  );
}

function count({ counts }: RunSummary, ...states: (keyof RunSummary["counts"])[]): string {
  return String(states.reduce((sum, state) => sum + (counts[state] ?? 0), 0));
}

const mostRows = 200;

/** What waits in its order, or what was set aside, newest first. */
export async function showRows(db: Database, shelf: Shelf, print: Print): Promise<void> {
  const { rows, total } = await listRows(db, shelf, mostRows);
  if (total === 0) return print("none");
  printTable(["id", "run", "chat", "part", "state", "tries", "reason"], rows.map(cellsOf), print);
  if (total > rows.length) print(`… and ${total - rows.length} more`);
}

function cellsOf(row: ListedRow): readonly string[] {
  const place = row.threadId === 0 ? String(row.chatId) : `${row.chatId}/${row.threadId}`;
  const when = row.not_before === null ? "" : `not before ${minutes(new Date(row.not_before))}`;
  const reason = row.reason ?? "";
  return [
    String(row.id),
    String(row.runId),
    place,
    String(row.part),
    row.state,
    String(row.attempts),
    row.state === "retry" ? [reason, when].filter((text) => text !== "").join(", ") : reason,
  ];
}

/** UTC, to the minute. */
function minutes(date: Date): string {
  return `${date.toISOString().slice(0, 16)}Z`;
}
