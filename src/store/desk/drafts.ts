import type { Selectable } from "kysely";
import type { Database } from "../tables.ts";
import type { DeskDraftTable, DraftStatus } from "../tables/desk.ts";
import { inTransaction } from "../transaction.ts";
import { addToLog, type Deed, type Doing } from "./log.ts";

/** A draft as it is kept, and as it must still be for a change of it to count. */
export interface StoredDraft {
  readonly id: number;
  readonly editorId: number;
  readonly version: number;
  readonly status: DraftStatus;
  /** In JSON. */
  readonly state: string;
  readonly updatedAt: Date;
}

function draftOf(row: Selectable<DeskDraftTable>): StoredDraft {
  return {
    id: row.id,
    editorId: row.editor_id,
    version: row.version,
    status: row.status,
    state: row.state,
    updatedAt: new Date(row.updated_at),
  };
}

/** Begins a draft; undefined where the editor has an open one already, which then stays as it is. */
export function openDraft(
  db: Database,
  doing: Doing,
  { state, deed }: { readonly state: string; readonly deed: Deed },
): Promise<StoredDraft | undefined> {
  const at = doing.now.getTime();
  return inTransaction(db, async (trx) => {
    const row = await trx
      .insertInto("desk_drafts")
      .values({
        editor_id: doing.by.id,
        version: 1,
        status: "open",
        state,
        created_at: at,
        updated_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    await addToLog(trx, doing, row.id, [deed]);
    return draftOf(row);
  });
}

/** The draft that the editor is at. */
export async function findOpenDraft(
  db: Database,
  editorId: number,
): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom("desk_drafts")
    .selectAll()
    .where("editor_id", "=", editorId)
    .where("status", "=", "open")
    .executeTakeFirst();
  return row && draftOf(row);
}

export async function findDraft(db: Database, id: number): Promise<StoredDraft | undefined> {
  const row = await db
    .selectFrom("desk_drafts")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row && draftOf(row);
}

export interface DraftChange {
  readonly state: string;
  readonly status: DraftStatus;
  readonly deeds: readonly Deed[];
}

/**
 * Changes a draft and writes down what was done, together. `late` where it is not as it was read:
 * somebody else was faster. `busy` where it would be a second open draft of its editor. In both
 * cases nothing changes.
 */
export function changeDraft(
  db: Database,
  doing: Doing,
  read: Pick<StoredDraft, "id" | "editorId" | "version">,
  { state, status, deeds }: DraftChange,
): Promise<"changed" | "late" | "busy"> {
  return inTransaction(db, async (trx) => {
    if (status === "open") {
      const open = await findOpenDraft(trx, read.editorId);
      if (open !== undefined && open.id !== read.id) return "busy";
    }
    const changed = await trx
      .updateTable("desk_drafts")
      .set({ state, status, version: read.version + 1, updated_at: doing.now.getTime() })
      .where("id", "=", read.id)
      .where("version", "=", read.version)
      .returning("id")
      .executeTakeFirst();
    if (changed === undefined) return "late";
    await addToLog(trx, doing, read.id, deeds);
    return "changed";
  });
}

/** The drafts that can be taken up: an editor's own, and all that wait for approval; newest first. */
export async function listDrafts(
  db: Database,
  editorId: number,
  most: number,
): Promise<readonly StoredDraft[]> {
  const rows = await db
    .selectFrom("desk_drafts")
    .selectAll()
    .where((row) =>
      row.or([
        row("status", "=", "waiting"),
        row.and([row("editor_id", "=", editorId), row("status", "in", ["open", "saved"])]),
      ]),
    )
    .orderBy("updated_at", "desc")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(draftOf);
}

const month = 30 * 86_400_000;

/** Erases the articles of drafts that were published or dropped a month ago; the log stays. */
export async function pruneDrafts(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom("desk_drafts")
    .where("status", "in", ["published", "dropped"])
    .where("updated_at", "<=", now.getTime() - month)
    .execute();
}
