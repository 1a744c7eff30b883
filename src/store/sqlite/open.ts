import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import {
  SqliteAdapter,
  SqliteDialect,
  type Dialect,
  type SqliteDatabase,
  type SqliteStatement,
} from "kysely";
import { PatientDriver } from "./patient-driver.ts";

/** Statements kept ready; those whose lists vary in length would fill it for ever. */
const mostStatements = 200;

export function sqliteDialect(file: SQLite.Database): Dialect {
  const database = withStatements(file);
  const dialect = new SqliteDialect({ database });
  return {
    createDriver: () => new PatientDriver({ database }),
    createAdapter: () => new TransactionalAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

/** Kysely would not have it, yet SQLite makes and changes tables in a transaction as anything else. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Preparing a statement costs more than running it: the ones that come again are kept. */
function withStatements(file: SQLite.Database): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const meant = meantBy(sql, file);
      const known = statements.get(meant);
      if (known !== undefined) return known;
      if (statements.size >= mostStatements) statements.clear();
      const statement = file.prepare(meant);
      statements.set(meant, statement);
      return statement;
    },
    close: () => file.close(),
  };
}

/**
 * What a transaction has read must hold until it writes. Begun without the right to write, it would
 * fail at once where another process wrote in between, whatever the busy timeout. And where SQLite
 * has rolled back by itself (a full disk), a second rollback would hide why.
 */
function meantBy(sql: string, file: SQLite.Database): string {
  if (sql === "begin") return "begin immediate";
  return sql === "rollback" && !file.inTransaction ? "select 0" : sql;
}

/** Folder by folder: Node's own recursion never ends below /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Who reads what is nobody else's business; SQLite gives its other files the rights of this one. */
function makeFile(path: string): void {
  makeFolder(dirname(path));
  closeSync(openSync(path, "a", 0o600));
}

/** Opens or makes a store at a path. */
export function openFile(path: string): SQLite.Database {
  if (path !== ":memory:") makeFile(path);
  const file = new SQLite(path);
  try {
    file.pragma("journal_mode = WAL");
    // What was promised to a chat must survive a power cut, not only a killed process.
    file.pragma("synchronous = FULL");
    file.pragma("foreign_keys = ON");
    // Longer waits are the driver's.
    file.pragma("busy_timeout = 20");
    // 32 MiB: enough for the indices that a large run writes to.
    file.pragma("cache_size = -32768");
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Opened for reading alone, SQLite would leave files behind that a bot of another user cannot use. */
export function openUnchanged(path: string): SQLite.Database {
  const file = new SQLite(path, { fileMustExist: true });
  file.pragma("query_only = ON");
  file.pragma("busy_timeout = 5000");
  return file;
}

const notOurs = "SQLITE_NOTADB";

/** Whether what a file holds is no database, or no longer one. */
export function isDamaged(error: unknown): boolean {
  const code = codeOf(error);
  return code === notOurs || code.startsWith("SQLITE_CORRUPT");
}

/** Why a file cannot be used, in a line. */
export function sqliteReason(error: unknown): string {
  if (codeOf(error) === notOurs) return "the file is not a SQLite database";
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
