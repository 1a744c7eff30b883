import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/store/database.ts";
import { startPostgres } from "./embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of a PostgreSQL server, up to the database's name; absent for tests on SQLite. */
    readonly postgres?: string;
  }
}

/** A real server for the whole run, and a database in it from which tests copy theirs. */
// oxlint-disable-next-line import/no-default-export -- vitest calls a default export
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await server.createDatabase("template_mujaz");
  await (await openDatabase(`${server.address}template_mujaz`)).destroy();
  project.provide("postgres", server.address);
  return async () => {
    await server[Symbol.asyncDispose]();
  };
}
