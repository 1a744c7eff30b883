import type { Transaction } from "kysely";
import type { Database, Tables } from "../tables.ts";

/** An editor who does something, by their Telegram id and the name that it shows. */
export interface Doer {
  readonly id: number;
  readonly name: string;
}

/** Who does it, and when. */
export interface Doing {
  readonly by: Doer;
  readonly now: Date;
}

/** What was done, and to what. */
export interface Deed {
  readonly action: string;
  readonly detail: Readonly<Record<string, string>>;
}

export interface LogEntry extends Deed {
  readonly at: Date;
  readonly by: Doer;
  readonly draftId: number;
}

export async function addToLog(
  trx: Transaction<Tables>,
  { by, now }: Doing,
  draftId: number,
  deeds: readonly Deed[],
): Promise<void> {
  for (const { action, detail } of deeds) {
    await trx
      .insertInto("desk_log")
      .values({
        at: now.getTime(),
        editor_id: by.id,
        editor_name: by.name,
        draft_id: draftId,
        action,
        detail: JSON.stringify(detail),
      })
      .execute();
  }
}

/** A page of what all editors did, newest first; pages count from 0. */
export async function readLog(
  db: Database,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly entries: readonly LogEntry[]; readonly isLast: boolean }> {
  const rows = await db
    .selectFrom("desk_log")
    .selectAll()
    .orderBy("id", "desc")
    .limit(size + 1)
    .offset(page * size)
    .execute();
  const entries = rows.slice(0, size).map((row) => ({
    at: new Date(row.at),
    by: { id: row.editor_id, name: row.editor_name },
    draftId: row.draft_id,
    action: row.action,
    detail: detailOf(row.detail),
  }));
  return { entries, isLast: rows.length <= size };
}

function detailOf(json: string): Deed["detail"] {
  const detail: Deed["detail"] = JSON.parse(json);
  return detail;
}
