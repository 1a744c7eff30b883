import type { Transaction } from "kysely";
import { tellOfEdit } from "../ledger/replacement.ts";
import { cancelRows, dropRows } from "../runs/cancel.ts";
import type { Candidate } from "./candidate.ts";
import { keepDoubtful } from "./doubt.ts";
import { withdrawn } from "./states.ts";
import type { Tables } from "../tables.ts";

/** What is not wanted, or not possible, any more. */
export async function bury(
  trx: Transaction<Tables>,
  lapsed: readonly Candidate[],
  now: Date,
): Promise<void> {
  for (const [reason, rows] of Map.groupBy(lapsed, ({ lapsed }) => lapsed ?? "")) {
    const end = reason === withdrawn ? dropRows : cancelRows;
    const ids = rows.map(({ id }) => id);
    await keepDoubtful(trx, ids, now);
    await end(trx, ids, reason);
  }
}

/**
 * Nothing is left to do for them, but to tell of what may have been made. What their messages show
 * now may be to be edited itself.
 */
export async function close(
  trx: Transaction<Tables>,
  needless: readonly Candidate[],
): Promise<void> {
  for (const { id, runId, part, messageId, attempts, needless: reason = null } of needless) {
    if (attempts > 0) await tellOfEdit(trx, part, messageId);
    await trx.updateTable("outbox").set({ state: "sent", reason }).where("id", "=", id).execute();
    await trx
      .updateTable("ledger")
      .set({ queued: 0 })
      .where("id", "=", part)
      .where("queued", "=", runId)
      .execute();
  }
}
