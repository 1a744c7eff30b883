import { Transaction, type Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Does the work in one transaction: the one that is open already, or one of its own. */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db instanceof Transaction ? work(db) : db.transaction().execute(work);
}
