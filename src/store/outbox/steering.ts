import { bulkPaused } from "./candidates.ts";
import { readMark, removeMark, setMark } from "../marks.ts";
import type { Database } from "../tables.ts";

/** Nothing more of the run is sent until it is resumed; false where there is no such run. */
export async function pauseRun(db: Database, id: number, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("runs")
    .set({ paused: 1, reason })
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function resumeRun(db: Database, id: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("runs")
    .set({ paused: 0, reason: null })
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Digests, alerts and corrections wait; notices to single people go on. */
export async function pauseBulk(db: Database): Promise<void> {
  await setMark(db, bulkPaused, "1");
}

export async function resumeBulk(db: Database): Promise<void> {
  await removeMark(db, bulkPaused);
}

export async function isBulkPaused(db: Database): Promise<boolean> {
  return (await readMark(db, bulkPaused)) !== undefined;
}
