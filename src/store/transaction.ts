import { Transaction, type Kysely } from "kysely";
import type { Tables } from "./tables.ts";

/** Each time one of those that met has come through: so many in a row are a mistake of ours. */
const mostAttempts = 50;

/**
 * Does the work in one transaction: the one that is open already, or one of its own. What it reads
 * holds until it ends. Where on PostgreSQL another transaction came between, the work is done anew
 * from its beginning, so that it may change nothing but the store.
 */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  if (db instanceof Transaction) return work(db);
  const guard = guards.get(db);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(async (trx) => {
        await guard?.(trx);
        return work(trx);
      });
    } catch (error) {
      if (attempt === mostAttempts || !isCrossed(error)) throw error;
    }
  }
}

type Guard = (trx: Transaction<Tables>) => Promise<void>;

const guards = new WeakMap<Kysely<Tables>, Guard>();

/** The same store, of which each transaction begins with `guard`: where that throws, nothing is done. */
export function guarded(db: Kysely<Tables>, guard: Guard): Kysely<Tables> {
  const same = db.withoutPlugins();
  guards.set(same, guard);
  return same;
}

/** PostgreSQL's "serialization failure" and "deadlock detected". */
const crossed: ReadonlySet<unknown> = new Set(["40001", "40P01"]);

/** Two transactions met, and this one is done anew. */
export function isCrossed(error: unknown): boolean {
  return error instanceof Error && "code" in error && crossed.has(error.code);
}
