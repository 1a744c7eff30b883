import { setTimeout } from "node:timers/promises";
import { SqliteDriver, type DatabaseConnection } from "kysely";

/** Milliseconds for which another process that writes is waited for, and between two looks. */
const patience = 5000;
const between = 10;

/**
 * SQLite itself would wait for a writer of another process with the whole of this one: nothing else
 * would be done meanwhile, not even by those who need no store.
 */
export class PatientDriver extends SqliteDriver {
  readonly #connections = new WeakMap<DatabaseConnection, DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const known = this.#connections.get(connection);
    const patient = known ?? patiently(connection);
    this.#connections.set(connection, patient);
    return patient;
  }
}

/** What meets a writer has done nothing, and is done anew. */
function patiently(connection: DatabaseConnection): DatabaseConnection {
  return {
    async executeQuery(query) {
      const from = performance.now();
      for (;;) {
        try {
          return await connection.executeQuery(query);
        } catch (error) {
          if (!isBusy(error) || performance.now() - from > patience) throw error;
          await setTimeout(between);
        }
      }
    },
    streamQuery: (query, size) => connection.streamQuery(query, size),
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
}
