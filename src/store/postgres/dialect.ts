import {
  CompiledQuery,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
  type TransactionSettings,
} from "kysely";
import type { Pool } from "pg";

/** PostgreSQL through a pool, with nothing that must outlive a transaction on its connection. */
export function postgresDialect(pool: Pool): Dialect {
  return {
    createDriver: () => new SerialDriver({ pool }),
    createAdapter: () => new LocklessAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  };
}

export function isPostgres<T>(db: Kysely<T>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/**
 * What a transaction has read must hold until it writes, as on SQLite, where one waits for the
 * other. Here the one that would be too late fails, and `inTransaction` does it anew. A process that
 * stands still must not hold others up: the server ends its transaction. The limits are those of the
 * transaction, as a connection behind a pooler is somebody else's after it.
 */
const begin = `begin isolation level serializable;
  set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '10s'`;

class SerialDriver extends PostgresDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    await (settings.isolationLevel === undefined
      ? connection.executeQuery(CompiledQuery.raw(begin))
      : super.beginTransaction(connection, settings));
  }
}

/** Kysely's own lock is the session's, which is not ours behind a pooler: see `migrate`. */
class LocklessAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
