import type { Database } from "../tables.ts";
import { inTransaction } from "../transaction.ts";

/** Rows in one transaction. */
const chunk = 1000;

/**
 * Forgets some of what was sent before `until`, and contents of before that no message has any more;
 * true where there may be more to forget.
 */
export async function pruneLedger(db: Database, until: Date): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("ledger")
    .where("id", "in", (select) =>
      select
        .selectFrom("ledger")
        .select("id")
        .where("sent_at", "<", until.getTime())
        .orderBy("sent_at")
        .limit(chunk),
    )
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n || pruneShown(db, until);
}

function pruneShown(db: Database, until: Date): Promise<boolean> {
  return inTransaction(db, async (trx) => {
    const rows = await trx
      .selectFrom("shown")
      .select("id")
      .where("made_at", "<", until.getTime())
      .where((row) =>
        row.not(
          row.or([
            row.exists(
              row
                .selectFrom("ledger")
                .select("ledger.id")
                .whereRef("ledger.shown_id", "=", "shown.id"),
            ),
            row.exists(
              row
                .selectFrom("messages")
                .select("messages.id")
                .whereRef("messages.shown_id", "=", "shown.id"),
            ),
          ]),
        ),
      )
      .limit(chunk)
      .execute();
    if (rows.length === 0) return false;
    const ids = rows.map(({ id }) => id);
    await trx.deleteFrom("shown_stories").where("shown_id", "in", ids).execute();
    await trx.deleteFrom("shown").where("id", "in", ids).execute();
    return true;
  });
}
